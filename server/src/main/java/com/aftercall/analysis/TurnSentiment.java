package com.aftercall.analysis;

/**
 * The sentiment of one turn.
 *
 * @param turn index in the transcript's list of turns, from 0
 * @param label the sentiment with the highest score
 * @param scores of all four
 */
public record TurnSentiment(int turn, Sentiment label, SentimentScores scores) {}

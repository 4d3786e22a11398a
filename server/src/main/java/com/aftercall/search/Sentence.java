package com.aftercall.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A stretch of a turn's text, as long as it is taken in at a glance.
 *
 * @param begin inclusive, in UTF-16 units of the turn's text
 * @param end exclusive
 */
record Sentence(int begin, int end) {

  /** Drafts have no full stops; a turn of theirs can have 600 characters. */
  static final int LONGEST = 200;

  /** How much of a long sentence is shown before what was searched for. */
  private static final int BEFORE = 60;

  private static final Pattern END =
      Pattern.compile("[.!?…。！？؟।]+[\"')\\]}”’»」』]*(?=\\s)\\s+|[。！？]+");

  /** The sentences of a text, in order, without the white space between them. */
  static List<Sentence> of(String text) {
    var sentences = new ArrayList<Sentence>();
    var ends = END.matcher(text);
    var begin = 0;
    while (ends.find()) {
      sentences.add(
          new Sentence(begin, begin + text.substring(begin, ends.end()).stripTrailing().length()));
      begin = ends.end();
    }
    if (begin < text.length()) {
      sentences.add(new Sentence(begin, text.length()));
    }
    return sentences;
  }

  /** A part of a long sentence, cut between words, that has this place in it. */
  Sentence around(String text, int place) {
    if (end - begin <= LONGEST) {
      return this;
    }
    var from = place - BEFORE <= begin ? begin : wordAfter(text, place - BEFORE, place);
    var to = from + LONGEST >= end ? end : wordBefore(text, from + LONGEST, place);
    return new Sentence(from, to);
  }

  private static int wordAfter(String text, int place, int last) {
    var space = text.indexOf(' ', place);
    return space < 0 || space >= last ? last : space + 1;
  }

  private static int wordBefore(String text, int place, int first) {
    var space = text.lastIndexOf(' ', place);
    return space <= first ? place : space;
  }
}

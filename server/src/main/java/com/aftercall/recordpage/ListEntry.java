package com.aftercall.recordpage;

import com.aftercall.analysis.Sentiment;
import com.aftercall.contact.ContactHeadline;
import com.aftercall.transcript.Transcripts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of contacts.
 *
 * @param headline from the contact record
 * @param duration of the recording, or null
 * @param transcript its summary, or null
 * @param sentiment the customer's, or null
 * @param processing from the first step's start to the last one's end, or null
 */
public record ListEntry(
    ContactHeadline headline,
    @Nullable Duration duration,
    Transcripts.@Nullable Summary transcript,
    @Nullable Sentiment sentiment,
    @Nullable Duration processing) {}

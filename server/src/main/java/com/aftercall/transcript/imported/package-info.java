/**
 * Transcripts that somebody else has made: read from Amazon Transcribe, Amazon Connect chats,
 * WebVTT and SRT.
 */
@NullMarked
package com.aftercall.transcript.imported;

import org.jspecify.annotations.NullMarked;

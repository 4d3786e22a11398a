package com.aftercall.transcript.spi;

import java.time.Duration;

/**
 * A piece of one channel in which somebody speaks. Not a value: two are never compared, and the
 * array is not copied.
 *
 * @param begin of the first sample, from the start of the recording
 * @param samples mono, 16 bit
 * @param sampleRateHz as the engine asked for
 */
@SuppressWarnings("ArrayRecordComponent") // audio passes through here; a copy would double its cost
public record SpeechStretch(Duration begin, short[] samples, int sampleRateHz) {

  /** How long the stretch is. */
  public Duration length() {
    return Duration.ofNanos(samples.length * 1_000_000_000L / sampleRateHz);
  }

  @Override
  public String toString() {
    return "SpeechStretch[%s, %s long]".formatted(begin, length());
  }
}

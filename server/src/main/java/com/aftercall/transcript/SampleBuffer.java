package com.aftercall.transcript;

import com.aftercall.transcript.spi.SpeechStretch;
import java.time.Duration;
import java.util.Arrays;

/** The samples that may still become part of a stretch, addressed by frame. */
final class SampleBuffer {

  private final int sampleRateHz;
  private final int framesPerSecond;
  private short[] samples = new short[1 << 16];
  private long first;
  private int count;

  SampleBuffer(int sampleRateHz, int framesPerSecond) {
    this.sampleRateHz = sampleRateHz;
    this.framesPerSecond = framesPerSecond;
  }

  void append(short[] more, int from, int length) {
    if (count + length > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(2 * samples.length, count + length));
    }
    System.arraycopy(more, from, samples, count, length);
    count += length;
  }

  /** The samples of the frames {@code from} to {@code to}, the latter excluded. */
  SpeechStretch stretch(long from, long to) {
    long begin = sampleAt(from);
    int start = (int) (begin - first);
    int end = (int) Math.min(count, sampleAt(to) - first);
    // Nanoseconds, split so that the product does not overflow within 292 years of audio.
    Duration time =
        Duration.ofSeconds(begin / sampleRateHz)
            .plusNanos(begin % sampleRateHz * 1_000_000_000L / sampleRateHz);
    return new SpeechStretch(time, Arrays.copyOfRange(samples, start, end), sampleRateHz);
  }

  /** Forgets what lies before a frame; a frame already forgotten is no error. */
  void dropBefore(long frame) {
    long drop = sampleAt(frame) - first;
    // Moving the rest costs time, so small gains are left for later.
    if (drop > samples.length / 4) {
      int dropped = (int) Math.min(drop, count);
      System.arraycopy(samples, dropped, samples, 0, count - dropped);
      count -= dropped;
      first += dropped;
    }
  }

  int room() {
    return samples.length;
  }

  private long sampleAt(long frame) {
    return frame * sampleRateHz / framesPerSecond;
  }
}

package com.aftercall.waveform;

import java.time.Duration;
import java.util.List;

/**
 * A recording as it looks: its peaks at several zooms, and how loud its audio channels are.
 *
 * <p>It takes less than a fortieth of the memory that the samples would: 1.2 MB for an hour of
 * stereo at 8 kHz.
 *
 * @param levels the finest first; never empty
 * @param loudness how loud each audio channel is, and whether they are alike
 * @param frames how many samples each channel has, counted
 */
public record Waveform(List<WaveformLevel> levels, ChannelLevels loudness, long frames) {

  /** Throws {@link IllegalArgumentException} if there is no level. */
  public Waveform {
    levels = List.copyOf(levels);
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("a waveform without levels");
    }
  }

  /** The recording's length by the count of its samples, rounded down to a nanosecond. */
  public Duration duration() {
    var rate = levels.getFirst().sampleRateHz();
    return Duration.ofSeconds(frames / rate, frames % rate * 1_000_000_000 / rate);
  }
}

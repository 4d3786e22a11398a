package com.aftercall.waveform;

import com.aftercall.recording.AudioChannel;
import java.util.List;

/**
 * How loud the audio channels of a recording are, and whether both say the same. That tells a
 * silent recording and a "dual mono" one, in which both channels hold both speakers.
 *
 * @param channels one for each audio channel, in their order
 * @param identical whether all channels have the same samples from the first to the last; false for
 *     mono
 * @param correlation of two channels, -1 to 1; 0 if there are not two or one has no sound.
 *     Estimated from every 127th sample
 */
public record ChannelLevels(List<Loudness> channels, boolean identical, double correlation) {

  /** Lossy encodings make the channels of a dual mono recording differ by this little. */
  private static final double DUAL_MONO_CORRELATION = 0.995;

  /** One step of an 8-bit sample: what a line without a voice on it may show. */
  private static final int SILENT_PEAK = 256;

  /** Copies the list. */
  public ChannelLevels {
    channels = List.copyOf(channels);
  }

  /**
   * How loud one channel is.
   *
   * @param peak the largest distance of a sample from zero, 0 to 32768
   * @param rms root of the mean square of the samples, 0 to 32768; estimated from every 127th
   */
  public record Loudness(int peak, double rms) {}

  /** Whether nobody can be heard on that channel, at any time. */
  public boolean isSilent(AudioChannel channel) {
    return channels.get(channel.index()).peak() <= SILENT_PEAK;
  }

  /** Whether the channels hold the same sound, so that they cannot tell who speaks. */
  public boolean isDualMono() {
    return identical || correlation >= DUAL_MONO_CORRELATION;
  }
}

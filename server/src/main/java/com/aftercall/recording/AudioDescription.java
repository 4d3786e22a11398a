package com.aftercall.recording;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a recording's file says about its audio, before all of it is read.
 *
 * @param container the kind of file, such as {@code WAV}, {@code MP3} or {@code OGG}; taken from
 *     the content, never from a name
 * @param encoding how samples are stored in it, such as {@code PCM 16-bit} or {@code opus}
 * @param sampleRateHz frames per second, more than zero
 * @param channels 1 or more
 * @param frames the exact number of samples of each channel, or null where only decoding can tell
 * @param duration exact where {@code frames} is known, otherwise what the container claims; null if
 *     it claims nothing that can be true
 * @param sizeBytes of the file
 * @param missingBytes by how much the file ends before its header says; zero where that is unknown
 */
public record AudioDescription(
    String container,
    String encoding,
    int sampleRateHz,
    int channels,
    @Nullable Long frames,
    @Nullable Duration duration,
    long sizeBytes,
    long missingBytes) {

  /** The most audio channels that are read, as many as audiowaveform takes. */
  public static final int MAX_CHANNELS = 24;

  /** Throws {@link IllegalArgumentException} for a rate, channels or size that cannot be. */
  public AudioDescription {
    if (sampleRateHz <= 0) {
      throw new IllegalArgumentException("sample rate %d Hz".formatted(sampleRateHz));
    }
    if (channels <= 0 || channels > MAX_CHANNELS) {
      throw new IllegalArgumentException("%d audio channels".formatted(channels));
    }
    if (sizeBytes < 0) {
      throw new IllegalArgumentException("size of %d bytes".formatted(sizeBytes));
    }
  }
}

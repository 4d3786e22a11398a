package com.aftercall.waveform;

import com.aftercall.recording.AudioChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The waveform of a recording at one zoom: for every {@code samplesPerPixel} samples of each audio
 * channel a {@link Peak}. The last one may stand for fewer samples.
 *
 * <p>Written and read as BBC's waveform data format version 2, see {@code docs/formats.md}. Peaks
 * are kept as 16 bits; those read from an 8-bit file come back as its values times 256, and are
 * written to 8 bits again as they were.
 */
public final class WaveformLevel {

  private final int sampleRateHz;
  private final int samplesPerPixel;
  private final int channels;
  private final short[] values;

  /**
   * Takes the array over without a copy.
   *
   * @param values for each point and channel its lowest, then its highest sample
   */
  WaveformLevel(int sampleRateHz, int samplesPerPixel, int channels, short[] values) {
    if (sampleRateHz < 1 || samplesPerPixel < 2 || channels < 1) {
      throw new IllegalArgumentException(
          "a waveform of %d channels at %d Hz with %d samples per pixel"
              .formatted(channels, sampleRateHz, samplesPerPixel));
    }
    if (values.length % (2 * channels) != 0) {
      throw new IllegalArgumentException(
          "%d values for %d channels".formatted(values.length, channels));
    }
    this.sampleRateHz = sampleRateHz;
    this.samplesPerPixel = samplesPerPixel;
    this.channels = channels;
    this.values = values;
  }

  /**
   * Reads a {@code .dat} file of version 1 or 2, 8 or 16 bit. The stream is read to the end of the
   * peaks and left open.
   *
   * @throws IOException if it is none, or shorter than its header says
   */
  public static WaveformLevel readDat(InputStream input) throws IOException {
    return WaveformDat.read(input);
  }

  /** Frames per second of the recording. */
  public int sampleRateHz() {
    return sampleRateHz;
  }

  /** How many samples of a channel a peak stands for; 2 or more. */
  public int samplesPerPixel() {
    return samplesPerPixel;
  }

  /** 1 or more. */
  public int channels() {
    return channels;
  }

  /** How many peaks each channel has; 0 for a recording without samples. */
  public int length() {
    return values.length / (2 * channels);
  }

  /**
   * One peak.
   *
   * @param point 0 to {@link #length()}, exclusive
   */
  public Peak peak(AudioChannel channel, int point) {
    var at = 2 * (point * channels + channel.index());
    return new Peak(values[at], values[at + 1]);
  }

  /**
   * Writes the binary form, {@code 24 + length * channels * 2 * bits / 8} bytes, and leaves the
   * stream open.
   */
  public void writeDat(OutputStream output, SampleBits bits) throws IOException {
    WaveformDat.write(this, output, bits);
  }

  /** Writes the JSON form with the same content, in ASCII, and leaves the stream open. */
  public void writeJson(OutputStream output, SampleBits bits) throws IOException {
    WaveformJson.write(this, output, bits);
  }

  short[] values() {
    return values;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WaveformLevel level
        && level.sampleRateHz == sampleRateHz
        && level.samplesPerPixel == samplesPerPixel
        && level.channels == channels
        && Arrays.equals(level.values, values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * Arrays.hashCode(values) + channels) + samplesPerPixel) + sampleRateHz;
  }

  @Override
  public String toString() {
    return "WaveformLevel[%d points of %d samples, %d channels, %d Hz]"
        .formatted(length(), samplesPerPixel, channels, sampleRateHz);
  }
}

package com.aftercall.waveform;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;

/** The JSON form of BBC's waveform data format, to the byte as audiowaveform writes it. */
final class WaveformJson {

  private static final int BLOCK_CHARACTERS = 32 * 1024;

  private WaveformJson() {}

  static void write(WaveformLevel level, OutputStream output, SampleBits bits) throws IOException {
    var text = new StringBuilder(BLOCK_CHARACTERS + 16);
    text.append("{\"version\":2,\"channels\":").append(level.channels());
    text.append(",\"sample_rate\":").append(level.sampleRateHz());
    text.append(",\"samples_per_pixel\":").append(level.samplesPerPixel());
    text.append(",\"bits\":").append(bits.bits());
    text.append(",\"length\":").append(level.length());
    text.append(",\"data\":[");
    var separator = "";
    for (var value : level.values()) {
      text.append(separator).append(bits.reduce(value));
      separator = ",";
      if (text.length() >= BLOCK_CHARACTERS) {
        flush(text, output);
      }
    }
    text.append("]}\n");
    flush(text, output);
  }

  private static void flush(StringBuilder text, OutputStream output) throws IOException {
    output.write(text.toString().getBytes(US_ASCII));
    text.setLength(0);
  }
}

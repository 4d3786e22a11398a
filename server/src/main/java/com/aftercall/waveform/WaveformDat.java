package com.aftercall.waveform;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The binary form of BBC's waveform data format. Written is version 2 only, for mono too. */
final class WaveformDat {

  private static final int VERSION = 2;
  private static final int HEADER_BYTES = 24;
  private static final int HEADER_BYTES_OF_VERSION_1 = 20;
  private static final int FLAG_8_BIT = 1;
  private static final int BLOCK_VALUES = 32 * 1024;

  private WaveformDat() {}

  static void write(WaveformLevel level, OutputStream output, SampleBits bits) throws IOException {
    var bytes = new byte[HEADER_BYTES];
    var header = littleEndian(bytes);
    header.putInt(VERSION);
    header.putInt(bits == SampleBits.EIGHT ? FLAG_8_BIT : 0);
    header.putInt(level.sampleRateHz());
    header.putInt(level.samplesPerPixel());
    header.putInt(level.length());
    header.putInt(level.channels());
    output.write(bytes);
    var values = level.values();
    for (var from = 0; from < values.length; from += BLOCK_VALUES) {
      var to = Math.min(from + BLOCK_VALUES, values.length);
      output.write(block(values, from, to, bits));
    }
  }

  private static byte[] block(short[] values, int from, int to, SampleBits bits) {
    var bytes = new byte[(to - from) * bits.bytes()];
    if (bits == SampleBits.SIXTEEN) {
      littleEndian(bytes).asShortBuffer().put(values, from, to - from);
      return bytes;
    }
    for (var i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) bits.reduce(values[from + i]);
    }
    return bytes;
  }

  static WaveformLevel read(InputStream input) throws IOException {
    var header = exactly(input, HEADER_BYTES_OF_VERSION_1, "header");
    var version = header.getInt(0);
    if (version != 1 && version != VERSION) {
      throw new IOException("no waveform file: it has version %d, not 1 or 2".formatted(version));
    }
    var channels = version == 1 ? 1 : exactly(input, Integer.BYTES, "header").getInt(0);
    var bits = (header.getInt(4) & FLAG_8_BIT) == 0 ? SampleBits.SIXTEEN : SampleBits.EIGHT;
    var values = readValues(input, header.getInt(16), channels, bits);
    try {
      return new WaveformLevel(header.getInt(8), header.getInt(12), channels, values);
    } catch (IllegalArgumentException e) {
      throw new IOException("waveform file with a damaged header: " + e.getMessage(), e);
    }
  }

  /** Reads before it allocates what the header asks for, which may be gigabytes by mistake. */
  private static short[] readValues(InputStream input, int length, int channels, SampleBits bits)
      throws IOException {
    var count = 2L * Integer.toUnsignedLong(length) * channels;
    if (count < 0 || count * bits.bytes() > Integer.MAX_VALUE) {
      throw new IOException(
          "waveform file with a damaged header: %d points of %d channels"
              .formatted(Integer.toUnsignedLong(length), channels));
    }
    var bytes = exactly(input, (int) count * bits.bytes(), "%d points".formatted(length));
    var values = new short[(int) count];
    for (var i = 0; i < values.length; i++) {
      values[i] = bits == SampleBits.EIGHT ? bits.restore(bytes.get()) : bytes.getShort();
    }
    return values;
  }

  private static ByteBuffer exactly(InputStream input, int count, String what) throws IOException {
    var bytes = input.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException(
          "waveform file ends %d bytes before the end of its %s"
              .formatted(count - bytes.length, what));
    }
    return littleEndian(bytes);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}

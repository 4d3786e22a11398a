package com.aftercall.recording;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes WAV files, right and wrong ones, chunk by chunk. */
public final class WavBytes {

  public static final int PCM = 1;
  public static final int FLOAT = 3;
  public static final int A_LAW = 6;
  public static final int MU_LAW = 7;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private WavBytes(String container) {
    put(container.getBytes(US_ASCII));
    put(int32(0xFFFFFFFF));
    put("WAVE".getBytes(US_ASCII));
  }

  public static WavBytes riff() {
    return new WavBytes("RIFF");
  }

  public static WavBytes container(String name) {
    return new WavBytes(name);
  }

  /** A plain file of 16-bit samples, interleaved. */
  public static byte[] pcm16(int channels, int sampleRateHz, int... samples) {
    var data = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    for (var sample : samples) {
      data.putShort((short) sample);
    }
    return riff().format(PCM, channels, sampleRateHz, 16).chunk("data", data.array()).toBytes();
  }

  public WavBytes format(int tag, int channels, int sampleRateHz, int bits) {
    return format(tag, channels, sampleRateHz, bits, channels * bits / 8);
  }

  public WavBytes format(int tag, int channels, int sampleRateHz, int bits, int blockAlign) {
    return chunk("fmt ", formatBody(tag, channels, sampleRateHz, bits, blockAlign, 16));
  }

  public WavBytes extensibleFormat(int tag, int channels, int sampleRateHz, int bits) {
    var body = formatBody(0xFFFE, channels, sampleRateHz, bits, channels * bits / 8, 40);
    ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).putShort(16, (short) 22).putInt(24, tag);
    return chunk("fmt ", body);
  }

  private static byte[] formatBody(
      int tag, int channels, int sampleRateHz, int bits, int blockAlign, int size) {
    var body = new byte[size];
    ByteBuffer.wrap(body)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) tag)
        .putShort((short) channels)
        .putInt(sampleRateHz)
        .putInt(sampleRateHz * blockAlign)
        .putShort((short) blockAlign)
        .putShort((short) bits);
    return body;
  }

  /** With its true size, padded to an even number of bytes. */
  public WavBytes chunk(String id, byte[] body) {
    chunk(id, body.length, body);
    if (body.length % 2 == 1) {
      bytes.write(0);
    }
    return this;
  }

  /** With any size, and no padding. */
  public WavBytes chunk(String id, int size, byte[] body) {
    put(id.getBytes(US_ASCII));
    put(int32(size));
    put(body);
    return this;
  }

  public byte[] toBytes() {
    return bytes.toByteArray();
  }

  private void put(byte[] some) {
    bytes.write(some, 0, some.length);
  }

  private static byte[] int32(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}

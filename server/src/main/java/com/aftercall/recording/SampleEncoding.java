package com.aftercall.recording;

import java.nio.ByteBuffer;

/**
 * How a WAV file stores a sample, and how it becomes 16 bits. The rules are libsndfile's, because
 * the waveforms shall equal those of audiowaveform, which reads through it.
 */
enum SampleEncoding {
  PCM_8(1, "PCM 8-bit"),
  PCM_16(2, "PCM 16-bit"),
  PCM_24(3, "PCM 24-bit"),
  PCM_32(4, "PCM 32-bit"),
  FLOAT_32(4, "float 32-bit"),
  FLOAT_64(8, "float 64-bit"),
  MU_LAW(1, "\u00b5-law"),
  A_LAW(1, "A-law");

  private final int bytesPerSample;
  private final String label;

  SampleEncoding(int bytesPerSample, String label) {
    this.bytesPerSample = bytesPerSample;
    this.label = label;
  }

  int bytesPerSample() {
    return bytesPerSample;
  }

  String label() {
    return label;
  }

  /**
   * Converts samples from the buffer's position on and moves it past them.
   *
   * @param bytes little-endian
   * @param end index in {@code samples} after the last one to be written
   */
  void convert(ByteBuffer bytes, short[] samples, int offset, int end) {
    switch (this) {
      case PCM_8 -> fromPcm8(bytes, samples, offset, end);
      case PCM_16 -> fromPcm16(bytes, samples, offset, end);
      case PCM_24 -> fromPcm24(bytes, samples, offset, end);
      case PCM_32 -> fromPcm32(bytes, samples, offset, end);
      case FLOAT_32 -> fromFloat32(bytes, samples, offset, end);
      case FLOAT_64 -> fromFloat64(bytes, samples, offset, end);
      case MU_LAW -> fromTable(G711.MU_LAW, bytes, samples, offset, end);
      case A_LAW -> fromTable(G711.A_LAW, bytes, samples, offset, end);
    }
  }

  private static void fromPcm8(ByteBuffer bytes, short[] samples, int offset, int end) {
    for (var i = offset; i < end; i++) {
      samples[i] = (short) (((bytes.get() & 0xFF) - 0x80) << 8);
    }
  }

  private static void fromPcm16(ByteBuffer bytes, short[] samples, int offset, int end) {
    bytes.asShortBuffer().get(samples, offset, end - offset);
    bytes.position(bytes.position() + (end - offset) * Short.BYTES);
  }

  private static void fromPcm24(ByteBuffer bytes, short[] samples, int offset, int end) {
    var at = bytes.position();
    for (var i = offset; i < end; i++) {
      samples[i] = bytes.getShort(at + 1); // the upper two of three bytes
      at += 3;
    }
    bytes.position(at);
  }

  private static void fromPcm32(ByteBuffer bytes, short[] samples, int offset, int end) {
    for (var i = offset; i < end; i++) {
      samples[i] = (short) (bytes.getInt() >> 16);
    }
  }

  private static void fromFloat32(ByteBuffer bytes, short[] samples, int offset, int end) {
    for (var i = offset; i < end; i++) {
      samples[i] = fromFloat(bytes.getFloat());
    }
  }

  private static void fromFloat64(ByteBuffer bytes, short[] samples, int offset, int end) {
    for (var i = offset; i < end; i++) {
      samples[i] = fromFloat((float) bytes.getDouble());
    }
  }

  /**
   * As {@code SndFileAudioFileReader.cpp} of audiowaveform: in single precision, by 32767, towards
   * zero. Beyond full scale its cast is undefined in C; here such samples are clipped, and what is
   * no number is silence.
   */
  private static short fromFloat(float sample) {
    return (short) Math.clamp((int) (sample * Short.MAX_VALUE), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  private static void fromTable(
      short[] table, ByteBuffer bytes, short[] samples, int offset, int end) {
    for (var i = offset; i < end; i++) {
      samples[i] = table[bytes.get() & 0xFF];
    }
  }
}

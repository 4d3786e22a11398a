package com.aftercall.recording;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The samples of a recording, read once from front to end, as 16-bit integers whatever the file
 * holds. Memory use does not depend on the length. One thread at a time.
 */
public interface AudioStream extends Closeable {

  /** Frames per second, 8,000 to 48,000 in practice. */
  int sampleRateHz();

  /** 1 or more. */
  int channels();

  /**
   * Reads the next frames; a frame is one sample of each channel, channel 0 first.
   *
   * @param interleaved takes {@code frames * channels()} samples at most
   * @param offset index in {@code interleaved} of the first sample written
   * @param frames how many frames at most; more than zero
   * @return how many frames were read, at least one, or -1 at the end
   * @throws com.aftercall.failure.PermanentException with {@code RECORDING_UNREADABLE} if the data
   *     are broken in a way that cannot be passed over
   * @throws com.aftercall.failure.RetryableException if the store breaks off
   */
  int read(short[] interleaved, int offset, int frames);

  /**
   * Reads the next frames as bytes, each sample two of them, the low one first. A file that holds
   * such samples comes through without being converted, straight into a direct buffer.
   *
   * @param littleEndian takes whole frames from its position on, which moves by what was read; has
   *     room for one frame at least
   * @return how many frames were read, at least one, or -1 at the end
   */
  default int read(ByteBuffer littleEndian) {
    var frameBytes = channels() * Short.BYTES;
    var samples = new short[littleEndian.remaining() / frameBytes * channels()];
    var frames = read(samples, 0, samples.length / channels());
    if (frames > 0) {
      var target = littleEndian.duplicate().order(ByteOrder.LITTLE_ENDIAN);
      target.asShortBuffer().put(samples, 0, frames * channels());
      littleEndian.position(littleEndian.position() + frames * frameBytes);
    }
    return frames;
  }

  /** Frees what was opened; twice is no error. */
  @Override
  void close();
}

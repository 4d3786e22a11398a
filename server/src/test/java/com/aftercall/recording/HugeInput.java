package com.aftercall.recording;

import com.aftercall.storage.ObjectInput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A file of many gigabytes that exists nowhere: a header, then mono frames that count blocks. */
final class HugeInput implements ObjectInput {

  /** Each run of so many bytes after the header holds the same sample, one more than before. */
  static final int RUN_BYTES = 1 << 20;

  private final byte[] header;
  private final long length;

  HugeInput(byte[] header, long length) {
    this.header = header;
    this.length = length;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public int read(long position, byte[] buffer, int offset, int count) {
    if (position >= length) {
      return -1;
    }
    if (position < header.length) {
      var read = (int) Math.min(count, header.length - position);
      System.arraycopy(header, (int) position, buffer, offset, read);
      return read;
    }
    var run = (position - header.length) / RUN_BYTES;
    var runEnd = header.length + (run + 1) * RUN_BYTES;
    var read = (int) Math.min(Math.min(count, runEnd - position), length - position);
    if (run % 256 == 0) {
      Arrays.fill(buffer, offset, offset + read, (byte) (run / 256));
    } else {
      Arrays.fill(buffer, offset, offset + read, (byte) 0);
    }
    return read;
  }

  @Override
  public void close() {}

  static byte[] littleEndian64(long... values) {
    var bytes = new byte[8 * values.length];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(values);
    return bytes;
  }
}

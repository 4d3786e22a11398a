package com.aftercall.recording;

import com.aftercall.storage.ObjectInput;
import java.io.IOException;

/** An object in memory that hands out a few bytes at a time, as a network does. */
public final class BytesInput implements ObjectInput {

  private final byte[] bytes;
  private final int portion;
  private boolean closed;
  private boolean broken;

  public BytesInput(byte[] bytes) {
    this(bytes, Integer.MAX_VALUE);
  }

  public BytesInput(byte[] bytes, int portion) {
    this.bytes = bytes;
    this.portion = portion;
  }

  /** From now on the store fails. */
  public void breakOff() {
    broken = true;
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public int read(long position, byte[] buffer, int offset, int count) throws IOException {
    if (closed || broken) {
      throw new IOException(closed ? "closed" : "connection reset");
    }
    if (position >= bytes.length) {
      return -1;
    }
    var read = (int) Math.min(Math.min(count, portion), bytes.length - position);
    System.arraycopy(bytes, (int) position, buffer, offset, read);
    return read;
  }

  @Override
  public void close() {
    closed = true;
  }
}

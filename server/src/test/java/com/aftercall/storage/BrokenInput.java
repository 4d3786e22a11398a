package com.aftercall.storage;

import java.io.IOException;
import java.io.InputStream;

/** Gives some bytes and then breaks off, as a connection does. */
public final class BrokenInput extends InputStream {

  private int left;

  public BrokenInput(int bytes) {
    this.left = bytes;
  }

  @Override
  public int read() throws IOException {
    if (left-- <= 0) {
      throw new IOException("connection reset");
    }
    return 'x';
  }

  @Override
  public int read(byte[] buffer, int offset, int count) throws IOException {
    for (var i = 0; i < count; i++) {
      buffer[offset + i] = (byte) read();
    }
    return count;
  }
}

package com.aftercall.transcript.imported;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Breaks off with {@link TooLong} when more than so many bytes come. */
final class BoundedInput extends FilterInputStream {

  private long left;

  BoundedInput(InputStream in, long maxBytes) {
    super(in);
    this.left = maxBytes;
  }

  @Override
  public int read() throws IOException {
    var read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    var skipped = super.skip(count);
    count(skipped);
    return skipped;
  }

  private void count(long bytes) throws TooLong {
    left -= bytes;
    if (left < 0) {
      throw new TooLong();
    }
  }

  static final class TooLong extends IOException {}
}

package com.aftercall.storage;

import java.io.IOException;
import java.io.InputStream;

/** Reads an {@link ObjectInput} from one place onwards. */
final class ObjectInputStream extends InputStream {

  private final ObjectInput input;
  private long position;

  ObjectInputStream(ObjectInput input, long from) {
    this.input = input;
    this.position = from;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    var read = input.read(position, buffer, offset, count);
    if (read > 0) {
      position += read;
    }
    return read;
  }

  @Override
  public long skip(long count) {
    var skipped = Math.clamp(count, 0, Math.max(0, input.length() - position));
    position += skipped;
    return skipped;
  }
}

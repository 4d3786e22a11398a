package com.aftercall.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * An object opened for reading at any place. If it is replaced meanwhile, the old one is read to
 * its end or reading fails; bytes of two versions are never mixed. Not safe for use by several
 * threads at a time.
 */
public interface ObjectInput extends Closeable {

  /** Bytes of the whole object, as it was when opened. */
  long length();

  /**
   * Reads at a place, as many bytes as come at once.
   *
   * @param position from the start of the object, zero or more
   * @param buffer takes the bytes
   * @param offset where in the buffer the first goes
   * @param count at most so many; more than zero
   * @return how many were read, at least one, or -1 at or past the end
   * @throws IOException if the store breaks off
   */
  int read(long position, byte[] buffer, int offset, int count) throws IOException;

  /**
   * The same into a buffer, whose position moves on by what was read. A store that can fill a
   * direct buffer without a copy on the way overrides this; drawing a waveform gets faster by a
   * quarter.
   *
   * @param position from the start of the object, zero or more
   * @param target takes the bytes; has room for one at least
   * @return how many were read, at least one, or -1 at or past the end
   * @throws IOException if the store breaks off
   */
  default int read(long position, ByteBuffer target) throws IOException {
    var bytes = new byte[Math.min(target.remaining(), 1 << 16)];
    var read = read(position, bytes, 0, bytes.length);
    if (read > 0) {
      target.put(bytes, 0, read);
    }
    return read;
  }

  /** The object's bytes from a place to the end; closing the stream leaves this input open. */
  default InputStream stream(long from) {
    return new ObjectInputStream(this, from);
  }
}

package com.aftercall.storage.local;

import com.aftercall.storage.ObjectInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file read by place. */
final class LocalObjectInput implements ObjectInput {

  private final FileChannel channel;
  private final long length;

  LocalObjectInput(FileChannel channel) throws IOException {
    this.channel = channel;
    this.length = channel.size();
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public int read(long position, byte[] buffer, int offset, int count) throws IOException {
    return channel.read(ByteBuffer.wrap(buffer, offset, count), position);
  }

  @Override
  public int read(long position, ByteBuffer target) throws IOException {
    return channel.read(target, position);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

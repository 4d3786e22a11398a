package com.aftercall.recording;

import com.aftercall.storage.ObjectInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The samples of a WAV file, read a quarter of a megabyte at a time. */
final class WavStream implements AudioStream {

  private static final int BLOCK_BYTES = 256 * 1024;

  private final WavHeader header;
  private final ObjectInput input;
  private final ByteBuffer block;
  private long position;
  private boolean closed;

  WavStream(WavHeader header, ObjectInput input) {
    this.header = header;
    this.input = input;
    this.position = header.dataStart();
    this.block = ByteBuffer.allocate(wholeFrames(BLOCK_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    block.limit(0);
  }

  @Override
  public int sampleRateHz() {
    return header.sampleRateHz();
  }

  @Override
  public int channels() {
    return header.channels();
  }

  @Override
  public int read(short[] interleaved, int offset, int frames) {
    if (!block.hasRemaining()) {
      block.clear();
      fill(block);
      block.flip();
    }
    var count = Math.min(frames, block.remaining() / header.frameBytes());
    if (count == 0) {
      return -1;
    }
    header.encoding().convert(block, interleaved, offset, offset + count * header.channels());
    return count;
  }

  @Override
  public int read(ByteBuffer littleEndian) {
    if (header.encoding() != SampleEncoding.PCM_16 || block.hasRemaining()) {
      return AudioStream.super.read(littleEndian);
    }
    var start = littleEndian.position();
    var limit = littleEndian.limit();
    littleEndian.limit(start + wholeFrames(littleEndian.remaining()));
    fill(littleEndian);
    littleEndian.limit(limit);
    var frames = (littleEndian.position() - start) / header.frameBytes();
    return frames == 0 ? -1 : frames;
  }

  /** Fills the buffer, or as much of it as there are whole frames left. */
  private void fill(ByteBuffer target) {
    var start = target.position();
    target.limit(start + (int) Math.min(target.remaining(), header.dataEnd() - position));
    try {
      while (target.hasRemaining()) {
        var read = input.read(position, target);
        if (read <= 0) {
          break; // the file has become shorter since it was opened
        }
        position += read;
      }
    } catch (IOException e) {
      throw AudioReader.brokenOff(e);
    }
    target.position(start + wholeFrames(target.position() - start));
  }

  private int wholeFrames(int bytes) {
    return bytes / header.frameBytes() * header.frameBytes();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      AudioReader.close(input);
    }
  }
}

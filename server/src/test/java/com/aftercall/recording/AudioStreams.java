package com.aftercall.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

/** Reads streams to their end, for tests. */
public final class AudioStreams {

  private AudioStreams() {}

  /** All samples, interleaved, asked for in portions; closes the stream. */
  public static int[] readAll(AudioStream stream, int framesAtOnce) {
    var samples = IntStream.builder();
    var portion = new short[framesAtOnce * stream.channels() + 1];
    try (stream) {
      for (var read = 0; read >= 0; read = stream.read(portion, 1, framesAtOnce)) {
        for (var i = 0; i < read * stream.channels(); i++) {
          samples.add(portion[i + 1]);
        }
      }
    }
    return samples.build().toArray();
  }

  /** The same by way of bytes, into a direct buffer with room for no whole number of frames. */
  public static int[] readAllAsBytes(AudioStream stream, int room) {
    var samples = IntStream.builder();
    var bytes = ByteBuffer.allocateDirect(room).order(ByteOrder.LITTLE_ENDIAN);
    try (stream) {
      while (stream.read(bytes) > 0) {
        bytes.flip();
        while (bytes.remaining() >= Short.BYTES) {
          samples.add(bytes.getShort());
        }
        bytes.clear();
      }
    }
    return samples.build().toArray();
  }
}

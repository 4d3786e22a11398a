package com.aftercall.transcript;

import com.aftercall.recording.AudioStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small 16-bit WAV file in memory; FLAC goes through ffmpeg first. For measuring only. */
final class BenchAudio implements AudioStream {

  private final int sampleRateHz;
  private final int channels;
  private final ShortBuffer samples;

  private BenchAudio(ByteBuffer wav) {
    wav.order(ByteOrder.LITTLE_ENDIAN);
    channels = wav.getShort(22);
    sampleRateHz = wav.getInt(24);
    int chunk = 12;
    while (wav.getInt(chunk) != 0x61746164) { // "data"
      chunk += 8 + wav.getInt(chunk + 4);
    }
    wav.position(chunk + 8);
    samples = wav.slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
  }

  static BenchAudio open(Path file) throws IOException {
    if (!file.toString().endsWith(".flac")) {
      return new BenchAudio(ByteBuffer.wrap(Files.readAllBytes(file)));
    }
    Path wav = Files.createTempFile("bench", ".wav");
    try {
      new ProcessBuilder(
              "ffmpeg", "-nostdin", "-v", "error", "-y", "-i", file.toString(), wav.toString())
          .inheritIO()
          .start()
          .waitFor();
      return new BenchAudio(ByteBuffer.wrap(Files.readAllBytes(wav)));
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    } finally {
      Files.delete(wav);
    }
  }

  @Override
  public int sampleRateHz() {
    return sampleRateHz;
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public int read(short[] interleaved, int offset, int frames) {
    int count = Math.min(frames, samples.remaining() / channels);
    samples.get(interleaved, offset, count * channels);
    return count == 0 ? -1 : count;
  }

  @Override
  public void close() {}
}

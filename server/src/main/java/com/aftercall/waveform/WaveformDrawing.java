package com.aftercall.waveform;

import com.aftercall.recording.AudioStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Draws the waveform of a recording in one pass over its samples.
 *
 * <p>Besides the waveform itself it takes a quarter of a megabyte, however long the recording is.
 */
public final class WaveformDrawing {

  /** Samples per pixel of the usual levels; at 8 kHz these are 32, 128, 512 and 2048 ms. */
  public static final List<Integer> ZOOMS = List.of(256, 1_024, 4_096, 16_384);

  /** Fits a processor's second-level cache: 64 KiB and 1 MiB were not faster. */
  private static final int BLOCK_BYTES = 256 * 1024;

  private final AudioStream stream;
  private final int channels;
  private final int framesPerPoint;
  private final int pointsPerBlock;
  private final short[] points;
  private final LevelBuilder levels;
  private final LoudnessMeter meter;
  private long frames;

  private WaveformDrawing(AudioStream stream, List<Integer> zooms) {
    this.stream = stream;
    this.channels = stream.channels();
    this.framesPerPoint = zooms.getFirst();
    this.pointsPerBlock = Math.max(1, BLOCK_BYTES / (framesPerPoint * channels * Short.BYTES));
    this.points = new short[2 * channels * pointsPerBlock + 2];
    this.levels = new LevelBuilder(stream.sampleRateHz(), channels, framesPerPoint, zooms);
    this.meter = new LoudnessMeter(channels);
  }

  /** Draws at the usual {@link #ZOOMS}. Reads the stream to its end and leaves it open. */
  public static Waveform draw(AudioStream stream) {
    return draw(stream, ZOOMS);
  }

  /**
   * Draws at other zooms. Reads the stream to its end and leaves it open.
   *
   * @param zooms samples per pixel, the smallest first, 2 or more, each a multiple of the one
   *     before; throws {@link IllegalArgumentException} otherwise
   */
  public static Waveform draw(AudioStream stream, List<Integer> zooms) {
    requireMultiples(zooms);
    return new WaveformDrawing(stream, zooms).draw();
  }

  private Waveform draw() {
    try (var arena = Arena.ofConfined()) {
      var frameBytes = channels * Short.BYTES;
      var block = arena.allocate((long) pointsPerBlock * framesPerPoint * frameBytes, 64);
      var buffer = block.asByteBuffer();
      while (fill(buffer)) {
        add(block, buffer.position() / frameBytes);
      }
    }
    levels.finish();
    var drawn = levels.levels();
    return new Waveform(drawn, meter.levels(drawn.getLast()), frames);
  }

  /** Full but at the end of the recording, so that no point is cut in two; false if empty. */
  private boolean fill(ByteBuffer buffer) {
    buffer.clear();
    while (buffer.hasRemaining() && stream.read(buffer) > 0) {
      // read on
    }
    return buffer.position() > 0;
  }

  private void add(MemorySegment block, int count) {
    var at = 0;
    for (var frame = 0; frame < count; frame += framesPerPoint) {
      var some = Math.min(framesPerPoint, count - frame);
      var offset = (long) frame * channels * Short.BYTES;
      PeakLoops.reduce(block, offset, some, channels, points, at);
      at += 2 * channels;
    }
    levels.add(points, 0, at);
    meter.add(block, count);
    frames += count;
  }

  private static void requireMultiples(List<Integer> zooms) {
    var finer = 1;
    for (int zoom : zooms) {
      if (zoom < 2 || zoom % finer != 0 || zoom == finer) {
        throw new IllegalArgumentException("zooms " + zooms + " are not multiples of each other");
      }
      finer = zoom;
    }
    if (zooms.isEmpty()) {
      throw new IllegalArgumentException("no zoom given");
    }
  }
}

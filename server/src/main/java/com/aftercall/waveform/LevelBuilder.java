package com.aftercall.waveform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the points of one zoom and hands them on to the next coarser one. */
final class LevelBuilder {

  private final int sampleRateHz;
  private final int channels;
  private final int samplesPerPixel;
  private final int finerPoints;
  private final @Nullable LevelBuilder coarser;
  private final short[] open;
  private short[] values = new short[4 * 1024];
  private int count;
  private int gathered;

  /**
   * Builds this and all coarser levels.
   *
   * @param finer samples per pixel of the level whose points come in
   * @param zooms samples per pixel of this level and all coarser ones, each a multiple of the one
   *     before
   */
  LevelBuilder(int sampleRateHz, int channels, int finer, List<Integer> zooms) {
    this.sampleRateHz = sampleRateHz;
    this.channels = channels;
    this.samplesPerPixel = zooms.getFirst();
    this.finerPoints = samplesPerPixel / finer;
    this.open = new short[2 * channels];
    var rest = zooms.subList(1, zooms.size());
    this.coarser =
        rest.isEmpty() ? null : new LevelBuilder(sampleRateHz, channels, samplesPerPixel, rest);
  }

  /**
   * Takes in points of the finer level: for each and every channel its lowest, then its highest.
   */
  void add(short[] finer, int from, int to) {
    if (finerPoints == 1) {
      append(finer, from, to);
      return;
    }
    for (var at = from; at < to; at += open.length) {
      gather(finer, at);
      if (gathered == finerPoints) {
        appendOpen();
      }
    }
  }

  /** Closes a point that stands for fewer samples than the others. */
  void finish() {
    if (gathered > 0) {
      appendOpen();
    }
    if (coarser != null) {
      coarser.finish();
    }
  }

  /** This level and all coarser ones. */
  List<WaveformLevel> levels() {
    var levels = new ArrayList<WaveformLevel>();
    levels.add(
        new WaveformLevel(sampleRateHz, samplesPerPixel, channels, Arrays.copyOf(values, count)));
    if (coarser != null) {
      levels.addAll(coarser.levels());
    }
    return levels;
  }

  private void gather(short[] finer, int at) {
    if (gathered++ == 0) {
      System.arraycopy(finer, at, open, 0, open.length);
      return;
    }
    for (var i = 0; i < open.length; i += 2) {
      open[i] = (short) Math.min(open[i], finer[at + i]);
      open[i + 1] = (short) Math.max(open[i + 1], finer[at + i + 1]);
    }
  }

  private void appendOpen() {
    gathered = 0;
    append(open, 0, open.length);
  }

  private void append(short[] points, int from, int to) {
    var length = to - from;
    if (count + length > values.length) {
      values = Arrays.copyOf(values, Math.max(2 * values.length, count + length));
    }
    System.arraycopy(points, from, values, count, length);
    count += length;
    if (coarser != null) {
      coarser.add(points, from, to);
    }
  }
}

package com.aftercall.analysis.local;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Weights of hashed features, one per label: what all trained models here are made of.
 *
 * <p>The file is gzip over big-endian data, in this order:
 *
 * <pre>
 * int     0x41464C4D ("AFLM")
 * byte    1, the version
 * byte    number of labels, then each as modified UTF-8 with its length in two bytes
 * byte    number of parameters, then each: name as above, double
 * float   step: the value of one unit of a weight
 * int     number of features, then each, by ascending key taken as unsigned:
 *   varint  key minus the key before (the first: minus zero); seven bits a byte, low bits first
 *   byte    number of weights, then each: byte label, short units
 * </pre>
 *
 * Features that the model does not know weigh nothing. Immutable, so any number of threads may use
 * one.
 */
final class LinearModel {

  static final int MAGIC = 0x41464C4D;
  static final int VERSION = 1;

  private final List<String> labels;
  private final Map<String, Double> parameters;
  private final int[] keys;
  private final int[] starts;
  private final byte[] weightLabels;
  private final float[] weights;
  private final int mask;

  private LinearModel(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC || in.readByte() != VERSION) {
      throw new IOException("not a linear model of version " + VERSION);
    }
    labels = readLabels(in);
    parameters = readParameters(in);
    float step = in.readFloat();
    int features = in.readInt();
    int capacity = Math.max(16, Integer.highestOneBit(Math.max(1, features)) * 4);
    mask = capacity - 1;
    keys = new int[capacity];
    starts = new int[capacity * 2];
    var weightTable = new WeightTable(features * 2);
    int key = 0;
    for (int i = 0; i < features; i++) {
      key += readVarint(in);
      int slot = freeSlot(key);
      keys[slot] = key;
      starts[slot * 2] = weightTable.size;
      int count = in.readUnsignedByte();
      for (int w = 0; w < count; w++) {
        weightTable.add(in.readByte(), in.readShort() * step);
      }
      starts[slot * 2 + 1] = weightTable.size;
    }
    weightLabels = weightTable.labels;
    weights = weightTable.values;
  }

  /** Reads a model from its file; the stream is left open. */
  static LinearModel read(InputStream stream) throws IOException {
    return new LinearModel(
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16))));
  }

  /** Reads a model that lies beside this class. */
  static LinearModel resource(String name) {
    try (InputStream stream = LinearModel.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "the program is incomplete: the model %s is missing; build it again".formatted(name));
      }
      return read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("the model %s cannot be read".formatted(name), e);
    }
  }

  List<String> labels() {
    return labels;
  }

  /** A number that was fitted with the weights, for example a temperature. */
  double parameter(String name) {
    Double value = parameters.get(name);
    if (value == null) {
      throw new IllegalStateException("the model has no parameter " + name);
    }
    return value;
  }

  /** Adds the weights of one feature, times its value, to the labels' scores. */
  void addTo(double[] scores, int feature, double value) {
    int slot = feature & mask;
    while (starts[slot * 2 + 1] != 0) {
      if (keys[slot] == feature) {
        for (int i = starts[slot * 2]; i < starts[slot * 2 + 1]; i++) {
          scores[weightLabels[i]] += weights[i] * value;
        }
        return;
      }
      slot = (slot + 1) & mask;
    }
  }

  private int freeSlot(int key) {
    int slot = key & mask;
    while (starts[slot * 2 + 1] != 0) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static List<String> readLabels(DataInputStream in) throws IOException {
    int count = in.readUnsignedByte();
    var labels = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      labels.add(in.readUTF());
    }
    return List.copyOf(labels);
  }

  private static Map<String, Double> readParameters(DataInputStream in) throws IOException {
    int count = in.readUnsignedByte();
    var parameters = new HashMap<String, Double>();
    for (int i = 0; i < count; i++) {
      parameters.put(in.readUTF(), in.readDouble());
    }
    return Map.copyOf(parameters);
  }

  private static int readVarint(DataInputStream in) throws IOException {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = in.readUnsignedByte();
      value |= (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
  }

  /** Grows while the file is read. */
  private static final class WeightTable {
    private byte[] labels;
    private float[] values;
    private int size;

    WeightTable(int expected) {
      labels = new byte[Math.max(16, expected)];
      values = new float[labels.length];
    }

    void add(byte label, float value) {
      if (size == labels.length) {
        labels = java.util.Arrays.copyOf(labels, size * 2);
        values = java.util.Arrays.copyOf(values, size * 2);
      }
      labels[size] = label;
      values[size++] = value;
    }
  }
}

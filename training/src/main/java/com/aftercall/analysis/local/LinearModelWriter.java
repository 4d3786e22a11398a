package com.aftercall.analysis.local;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Writes what {@link LinearModel} reads; the format is described there. */
final class LinearModelWriter {

  private final List<String> labels;
  private final Map<String, Double> parameters = new TreeMap<>();
  private final TreeMap<Integer, float[]> features = new TreeMap<>(Integer::compareUnsigned);

  LinearModelWriter(List<String> labels) {
    this.labels = labels;
  }

  void parameter(String name, double value) {
    parameters.put(name, value);
  }

  /** One weight for each label, in their order. */
  void feature(int key, float[] weights) {
    features.put(key, weights);
  }

  int size() {
    return features.size();
  }

  /** Leaves out weights whose size is below {@code smallest}, and features that have none left. */
  void write(Path file, double smallest, double step) throws IOException {
    try (var out =
        new DataOutputStream(
            new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file))))) {
      out.writeInt(LinearModel.MAGIC);
      out.writeByte(LinearModel.VERSION);
      out.writeByte(labels.size());
      for (String label : labels) {
        out.writeUTF(label);
      }
      out.writeByte(parameters.size());
      for (var parameter : parameters.entrySet()) {
        out.writeUTF(parameter.getKey());
        out.writeDouble(parameter.getValue());
      }
      out.writeFloat((float) step);
      writeFeatures(out, smallest, step);
    }
  }

  private void writeFeatures(DataOutputStream out, double smallest, double step)
      throws IOException {
    var kept = new ArrayList<Map.Entry<Integer, float[]>>();
    for (var feature : features.entrySet()) {
      for (float weight : feature.getValue()) {
        if (units(weight, smallest, step) != 0) {
          kept.add(feature);
          break;
        }
      }
    }
    out.writeInt(kept.size());
    int previous = 0;
    for (var feature : kept) {
      writeVarint(out, feature.getKey() - previous);
      previous = feature.getKey();
      int count = 0;
      for (float weight : feature.getValue()) {
        count += units(weight, smallest, step) != 0 ? 1 : 0;
      }
      out.writeByte(count);
      for (int label = 0; label < feature.getValue().length; label++) {
        int units = units(feature.getValue()[label], smallest, step);
        if (units != 0) {
          out.writeByte(label);
          out.writeShort(units);
        }
      }
    }
  }

  private static int units(float weight, double smallest, double step) {
    if (Math.abs(weight) < smallest) {
      return 0;
    }
    long units = Math.round(weight / step);
    return Math.clamp(units, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  private static void writeVarint(DataOutputStream out, int value) throws IOException {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      out.writeByte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }
}

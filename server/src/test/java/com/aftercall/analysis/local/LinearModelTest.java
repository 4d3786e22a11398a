package com.aftercall.analysis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LinearModelTest {

  /** The format's example: two labels, one parameter, two features. */
  private static final String EXAMPLE =
      "41464c4d 01" // AFLM, version 1
          + "02 0001 41 0001 42" // labels A, B
          + "01 0001 74 3ff8000000000000" // parameter t = 1.5
          + "3e800000" // step 0.25
          + "00000002" // two features
          + "ac02 02 00 0004 01 fffc" // key 300: A +1, B -1
          + "d4fcffff0f 01 01 0008"; // key 0xffffff80, so 0xfffffe54 more: B +2

  @Test
  void exampleOfTheFormatIsReadAsDescribed() throws IOException {
    var model = LinearModel.read(gzip(EXAMPLE));

    assertThat(model.labels()).containsExactly("A", "B");
    assertThat(model.parameter("t")).isEqualTo(1.5);
    assertThat(scores(model, 300, 1)).containsExactly(1, -1);
    assertThat(scores(model, 300, 0.5)).containsExactly(0.5, -0.5);
    assertThat(scores(model, 0xffffff80, 1)).containsExactly(0, 2);
  }

  @Test
  void featuresThatTheModelDoesNotKnowWeighNothing() throws IOException {
    assertThat(scores(LinearModel.read(gzip(EXAMPLE)), 301, 1)).containsExactly(0, 0);
    assertThat(scores(LinearModel.read(gzip(EXAMPLE)), 0, 1)).containsExactly(0, 0);
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    var other = gzip("41464c4d 02" + "00".repeat(40));

    assertThatThrownBy(() -> LinearModel.read(other))
        .isInstanceOf(IOException.class)
        .hasMessage("not a linear model of version 1");
  }

  @Test
  void missingParameterIsNamed() throws IOException {
    var model = LinearModel.read(gzip(EXAMPLE));

    assertThatThrownBy(() -> model.parameter("temperature"))
        .hasMessage("the model has no parameter temperature");
  }

  private static double[] scores(LinearModel model, int feature, double value) {
    var scores = new double[2];
    model.addTo(scores, feature, value);
    return scores;
  }

  private static InputStream gzip(String hex) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}

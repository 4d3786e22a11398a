package com.aftercall.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every expected text is what CPython 3 printed for it. */
class PythonJsonTest {

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "3.0, 3.0",
    "100.0, 100.0",
    "-1.5, -1.5",
    "0.0, 0.0",
    "-0.0, -0.0",
    "1.2e-05, 1.2e-05",
    "2e-05, 2e-05",
    "9.5e-05, 9.5e-05",
    "0.0001, 0.0001",
    "0.00009999, 9.999e-05",
    "123456789.123, 123456789.123",
    "0.30000000000000004, 0.30000000000000004",
    "1e15, 1000000000000000.0",
    "9999999999999998.0, 9999999999999998.0",
    "1e16, 1e+16",
    "1.1e16, 1.1e+16",
    "1e22, 1e+22",
    "1e23, 1e+23",
    "12345678901234567890.0, 1.2345678901234567e+19",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "2e-323, 2e-323",
    "5e-324, 5e-324"
  })
  void numberIsWrittenAsPythonWritesIt(double value, String expected) {
    assertThat(PythonJson.number(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void numberThatJsonDoesNotKnowIsRefused(double value) {
    assertThatIllegalArgumentException().isThrownBy(() -> PythonJson.number(value));
  }

  @Test
  void textIsWrittenAsPythonWritesIt() {
    assertThat(PythonJson.string("a\"\\/\n\r\t\b\f\u0000\u001f\u007f é😀\u2028~ "))
        .isEqualTo(
            "\"a\\\"\\\\/\\n\\r\\t\\b\\f\\u0000\\u001f\\u007f \\u00e9\\ud83d\\ude00\\u2028~ \"");
    assertThat(PythonJson.string("")).isEqualTo("\"\"");
  }
}

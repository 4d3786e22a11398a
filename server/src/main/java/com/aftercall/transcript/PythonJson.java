package com.aftercall.transcript;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Writes JSON values with the same characters as Python's {@code json.dumps} with its defaults,
 * because the attachments of the original were written by it and must stay equal to the byte.
 */
public final class PythonJson {

  /** Python writes an exponent below 1e-4 and from 1e16 on: {@code float_repr_style} 'short'. */
  private static final int LOWEST_PLAIN_EXPONENT = -4;

  private static final int LOWEST_LARGE_EXPONENT = 16;

  private PythonJson() {}

  /**
   * The text in quotes. Everything outside printable ASCII becomes {@code \}{@code uXXXX} in lower
   * case, characters beyond U+FFFF as their two surrogates.
   */
  public static String string(String text) {
    var json = new StringBuilder(text.length() + 2).append('"');
    for (var i = 0; i < text.length(); i++) {
      appendEscaped(json, text.charAt(i));
    }
    return json.append('"').toString();
  }

  private static void appendEscaped(StringBuilder json, char c) {
    switch (c) {
      case '"' -> json.append("\\\"");
      case '\\' -> json.append("\\\\");
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      case '\f' -> json.append("\\f");
      case '\b' -> json.append("\\b");
      default -> {
        if (c >= ' ' && c <= '~') {
          json.append(c);
        } else {
          json.append("\\u%04x".formatted((int) c));
        }
      }
    }
  }

  /** Any value, with a blank behind each comma and colon, properties in their order. */
  public static String value(JsonNode node) {
    if (node.isObject()) {
      return node.properties().stream()
          .map(entry -> string(entry.getKey()) + ": " + value(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (node.isArray()) {
      return node.valueStream().map(PythonJson::value).collect(Collectors.joining(", ", "[", "]"));
    }
    if (node.isString()) {
      return string(node.stringValue());
    }
    return node.isFloatingPointNumber() ? number(node.doubleValue()) : node.toString();
  }

  /**
   * The number as Python's {@code repr} writes it: the shortest digits that read back as the same
   * number, such as {@code 0.1}, {@code 3.0}, {@code 1.2e-05} or {@code 1e+16}.
   *
   * @throws IllegalArgumentException for infinities and NaN, which JSON has no form for
   */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s is no JSON number".formatted(value));
    }
    var sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
    return sign + (value == 0 ? "0.0" : positive(Math.abs(value)));
  }

  private static String positive(double value) {
    var shortest = shortest(value);
    var digits = shortest.unscaledValue().toString();
    var exponent = digits.length() - 1 - shortest.scale();
    if (exponent < LOWEST_PLAIN_EXPONENT || exponent >= LOWEST_LARGE_EXPONENT) {
      return scientific(digits, exponent);
    }
    var plain = shortest.toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  /** Java writes at least two digits, so 5e-324 comes as 4.9E-324; Python prefers the one digit. */
  private static BigDecimal shortest(double value) {
    var oneDigit = new BigDecimal(value).round(new MathContext(1, RoundingMode.HALF_EVEN));
    var shortest =
        oneDigit.doubleValue() == value ? oneDigit : new BigDecimal(Double.toString(value));
    return shortest.stripTrailingZeros();
  }

  private static String scientific(String digits, int exponent) {
    var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    var sign = exponent < 0 ? "-" : "+";
    return "%se%s%02d".formatted(mantissa, sign, Math.abs(exponent));
  }
}

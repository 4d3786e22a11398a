package com.aftercall.transcript;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Writes turns as CSV by RFC 4180: commas, lines that end with CR LF, quotes only where needed and
 * doubled within.
 */
final class CsvText {

  /** OWASP, "CSV Injection": a cell that begins so is a formula to a spreadsheet. */
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private CsvText() {}

  static String write(List<Turn> turns) {
    var csv = new StringBuilder("participant,begin,end,text,confidence\r\n");
    for (var turn : turns) {
      csv.append(turn.participant().name().toLowerCase(Locale.ROOT))
          .append(',')
          .append(seconds(turn.begin()))
          .append(',')
          .append(seconds(turn.end()))
          .append(',')
          .append(cell(turn.text()))
          .append(',')
          .append(confidence(turn.words()))
          .append("\r\n");
    }
    return csv.toString();
  }

  private static BigDecimal seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3);
  }

  /** The mean of the words, to three places; empty for a turn without words. */
  private static String confidence(List<Word> words) {
    var mean = words.stream().mapToDouble(Word::confidence).average();
    return mean.isEmpty()
        ? ""
        : BigDecimal.valueOf(mean.getAsDouble()).setScale(3, RoundingMode.HALF_UP).toString();
  }

  private static String cell(String text) {
    var harmless = FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}

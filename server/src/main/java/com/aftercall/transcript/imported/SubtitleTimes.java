package com.aftercall.transcript.imported;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the line {@code begin --> end} of WebVTT and SRT. */
record SubtitleTimes(Duration begin, Duration end) {

  /** Hours may be left out, milliseconds follow a dot or a comma, settings may stand behind. */
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})\\s*-->"
              + "\\s*(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})(?:\\s.*)?");

  static boolean isTimes(String line) {
    return line.contains("-->");
  }

  static SubtitleTimes parse(String line, long number, TranscriptFile file) {
    var matcher = FORM.matcher(line);
    if (!matcher.matches()) {
      throw file.unreadable(
          "line " + number, "times must have a form such as 00:01:02.345 --> 00:01:04.000");
    }
    var begin = time(matcher, 1);
    var end = time(matcher, 5);
    if (end.compareTo(begin) < 0) {
      throw file.unreadable("line " + number, "the subtitle ends before it begins");
    }
    return new SubtitleTimes(begin, end);
  }

  private static Duration time(Matcher matcher, int firstGroup) {
    var hours = matcher.group(firstGroup);
    // Some tools write fewer than three digits; they are a fraction all the same.
    var millis = (matcher.group(firstGroup + 3) + "00").substring(0, 3);
    return Duration.ofHours(hours == null ? 0 : Long.parseLong(hours))
        .plusMinutes(Long.parseLong(matcher.group(firstGroup + 1)))
        .plusSeconds(Long.parseLong(matcher.group(firstGroup + 2)))
        .plusMillis(Long.parseLong(millis));
  }
}

package com.aftercall.transcript.imported;

import java.util.regex.Pattern;

/**
 * A speaker written before the words, as in {@code Agent: how may I help?}. Only names that say a
 * role, or {@code Speaker 1} and {@code spk_0}, count; other words before a colon are spoken.
 *
 * @param speaker the name, or what was given for lines without one
 * @param text what follows
 */
record SpeakerPrefix(String speaker, String text) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?i)\\s*(?:-\\s*)?((?:agent|representative|advis[eo]r|operator|customer|caller|client"
              + "|unknown|speaker|spk)(?:[ _][\\p{L}\\p{N}._'-]+){0,3})\\s*:(?:\\s+(.*))?");

  static SpeakerPrefix of(String line, String otherwise) {
    var matcher = FORM.matcher(line);
    if (!matcher.matches()) {
      return new SpeakerPrefix(otherwise, line);
    }
    var text = matcher.group(2);
    var name = matcher.group(1).strip();
    return new SpeakerPrefix(
        name.equalsIgnoreCase(SpeakerChannels.NOBODY) ? SpeakerChannels.NOBODY : name,
        text == null ? "" : text);
  }

  /** Leaves the text out. */
  @Override
  public String toString() {
    return "SpeakerPrefix[%s]".formatted(speaker);
  }
}

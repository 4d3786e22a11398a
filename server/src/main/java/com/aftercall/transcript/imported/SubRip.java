package com.aftercall.transcript.imported;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads SRT, which has no standard: a number, times, lines of text, a blank line. What is met in
 * the wild is taken: no number, a dot before the milliseconds, blank lines within the text.
 */
final class SubRip {

  private final Lines lines;
  private final TranscriptFile file;
  private final List<Cue> cues = new ArrayList<>();
  private String speaker = SpeakerChannels.NOBODY;

  private SubRip(Lines lines, TranscriptFile file) {
    this.lines = lines;
    this.file = file;
  }

  static FinishedTranscript read(Lines lines, TranscriptFile file) throws IOException {
    var subRip = new SubRip(lines, file);
    subRip.readCues();
    return Cues.transcript("SRT", Optional.empty(), subRip.cues);
  }

  private void readCues() throws IOException {
    while (skipBlanks()) {
      if (isNumberBeforeTimes()) {
        lines.next();
      }
      var line = lines.next();
      if (line == null || !SubtitleTimes.isTimes(line)) {
        throw file.unreadable("line " + lines.number(), "a subtitle begins without its times");
      }
      readText(SubtitleTimes.parse(line, lines.number(), file));
    }
  }

  private boolean skipBlanks() throws IOException {
    while (isBlank(lines.peek(0))) {
      lines.next();
    }
    return lines.peek(0) != null;
  }

  private boolean isNumberBeforeTimes() throws IOException {
    var number = lines.peek(0);
    var times = lines.peek(1);
    return number != null
        && times != null
        && number.strip().matches("\\d+")
        && SubtitleTimes.isTimes(times);
  }

  /** Text goes on over blank lines until the next times, with or without a number before them. */
  private void readText(SubtitleTimes times) throws IOException {
    var parts = new ArrayList<Cue>();
    for (var line = lines.peek(0); line != null; line = lines.peek(0)) {
      if (SubtitleTimes.isTimes(line) || isNumberBeforeTimes()) {
        break;
      }
      lines.next();
      if (!line.isBlank()) {
        var prefix = SpeakerPrefix.of(CueText.ofSrt(line), speaker);
        speaker = prefix.speaker();
        parts.add(new Cue(speaker, times.begin(), times.end(), prefix.text().strip()));
      }
    }
    cues.addAll(Cues.inTurn(parts));
  }

  private static boolean isBlank(@Nullable String line) {
    return line != null && line.isBlank();
  }
}

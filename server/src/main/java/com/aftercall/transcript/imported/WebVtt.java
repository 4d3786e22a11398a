package com.aftercall.transcript.imported;

import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.TranscribeLanguages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format"): cues with identifiers, settings
 * and voices; comments, styles and regions are passed over.
 */
final class WebVtt {

  private static final Pattern VOICE =
      Pattern.compile("<v(?:\\.[^\\s>]*)?[ \\t]+([^>]*)>|</v>", Pattern.CASE_INSENSITIVE);

  private final Lines lines;
  private final TranscriptFile file;
  private final List<Cue> cues = new ArrayList<>();
  private Optional<LanguageCode> language = Optional.empty();

  private WebVtt(Lines lines, TranscriptFile file) {
    this.lines = lines;
    this.file = file;
  }

  static FinishedTranscript read(Lines lines, TranscriptFile file) throws IOException {
    var vtt = new WebVtt(lines, file);
    vtt.readHeader();
    vtt.readBlocks();
    return Cues.transcript("WebVTT", vtt.language, vtt.cues);
  }

  /** The header ends with a blank line; YouTube and others write the language in it. */
  private void readHeader() throws IOException {
    for (var line = lines.next(); line != null && !line.isBlank(); line = lines.next()) {
      if (line.startsWith("Language:")) {
        language = TranscribeLanguages.parse(line.substring("Language:".length()));
      }
      var following = lines.peek(0);
      if (following != null && SubtitleTimes.isTimes(following)) {
        return;
      }
    }
  }

  private void readBlocks() throws IOException {
    for (var line = lines.next(); line != null; line = lines.next()) {
      if (SubtitleTimes.isTimes(line)) {
        readCue(SubtitleTimes.parse(line, lines.number(), file));
      } else if (isNoCue(line)) {
        skipBlock();
      } else if (!line.isBlank()) {
        requireTimesNext();
      }
    }
  }

  private static boolean isNoCue(String line) {
    return line.equals("NOTE")
        || line.startsWith("NOTE ")
        || line.startsWith("NOTE\t")
        || line.strip().equals("STYLE")
        || line.strip().equals("REGION");
  }

  private void skipBlock() throws IOException {
    for (var line = lines.peek(0); line != null && !line.isBlank(); line = lines.peek(0)) {
      if (SubtitleTimes.isTimes(line)) {
        return;
      }
      lines.next();
    }
  }

  /** What is neither times nor comment must be the identifier of a cue. */
  private void requireTimesNext() throws IOException {
    var following = lines.peek(0);
    if (following == null || !SubtitleTimes.isTimes(following)) {
      throw file.unreadable("line " + lines.number(), "a cue begins without its times");
    }
  }

  private void readCue(SubtitleTimes times) throws IOException {
    var text = new StringBuilder();
    for (var line = lines.peek(0); line != null && !line.isBlank(); line = lines.peek(0)) {
      if (SubtitleTimes.isTimes(line)) {
        break;
      }
      text.append(line).append('\n');
      lines.next();
    }
    cues.addAll(Cues.inTurn(parts(text.toString(), times)));
  }

  private static List<Cue> parts(String payload, SubtitleTimes times) {
    var parts = new ArrayList<Cue>();
    var voices = VOICE.matcher(payload);
    var speaker = SpeakerChannels.NOBODY;
    var from = 0;
    while (voices.find()) {
      addPart(parts, speaker, payload.substring(from, voices.start()), times);
      var name = voices.group(1);
      speaker = name == null ? SpeakerChannels.NOBODY : name(name);
      from = voices.end();
    }
    addPart(parts, speaker, payload.substring(from), times);
    return parts;
  }

  /** Outside any voice a speaker may be named at the begin of a line, as in SRT. */
  private static void addPart(List<Cue> parts, String voice, String marked, SubtitleTimes times) {
    var text = CueText.ofVtt(marked).strip();
    if (!voice.equals(SpeakerChannels.NOBODY)) {
      parts.add(new Cue(voice, times.begin(), times.end(), text));
      return;
    }
    var speaker = voice;
    for (var line : text.lines().toList()) {
      var prefix = SpeakerPrefix.of(line, speaker);
      speaker = prefix.speaker();
      parts.add(new Cue(speaker, times.begin(), times.end(), prefix.text()));
    }
  }

  private static String name(String annotation) {
    var name = CueText.unescape(annotation).strip();
    return name.isEmpty() || name.equalsIgnoreCase(SpeakerChannels.NOBODY)
        ? SpeakerChannels.NOBODY
        : name;
  }
}

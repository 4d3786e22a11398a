package com.aftercall.transcript.imported;

import com.aftercall.transcript.LanguageCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a transcript of subtitles. */
final class Cues {

  private Cues() {}

  static FinishedTranscript transcript(
      String format, Optional<LanguageCode> language, List<Cue> cues) {
    var spoken =
        cues.stream()
            .filter(cue -> !cue.text().isBlank())
            .sorted(Comparator.comparing(Cue::begin))
            .toList();
    var speakers = new SpeakerChannels(spoken.stream().map(Cue::speaker).toList());
    var lanes = new Lanes(speakers.count());
    for (var channel = 0; channel < speakers.count(); channel++) {
      var lane = channel;
      fill(
          lanes,
          lane,
          spoken.stream().filter(cue -> speakers.channelOf(cue.speaker()) == lane).toList());
    }
    return new FinishedTranscript(format, language, lanes.channels(), false, Map.of());
  }

  /**
   * Cues of one lane may overlap, but their words must not run into each other, so each cue's words
   * are told before the next begins.
   */
  private static void fill(Lanes lanes, int lane, List<Cue> cues) {
    for (var i = 0; i < cues.size(); i++) {
      var cue = cues.get(i);
      var end = i + 1 < cues.size() ? earlier(cue.end(), cues.get(i + 1).begin()) : cue.end();
      SpokenText.items(cue.text(), cue.begin(), end).forEach(item -> lanes.add(lane, item));
    }
  }

  /**
   * Shares the time of a subtitle among its parts by their length.
   *
   * @param parts of one subtitle, in order, all with its begin and end
   */
  static List<Cue> inTurn(List<Cue> parts) {
    var total = parts.stream().mapToLong(part -> part.text().length()).sum();
    var shared = new ArrayList<Cue>();
    var before = 0L;
    for (var part : parts) {
      var from = at(part, before, total);
      before += part.text().length();
      shared.add(new Cue(part.speaker(), from, at(part, before, total), part.text()));
    }
    return shared;
  }

  private static Duration at(Cue part, long characters, long total) {
    var nanos = part.end().minus(part.begin()).toNanos();
    return total == 0
        ? part.begin()
        : part.begin().plusNanos(nanos / total * characters + nanos % total * characters / total);
  }

  private static Duration earlier(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}

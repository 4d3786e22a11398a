package com.aftercall.transcript.imported;

import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.TranscribeLanguages;
import com.aftercall.transcript.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code results} of an Amazon Transcribe job: by channel, by speaker, or neither.
 *
 * <p>Channels go by their {@code channel_label}, not by their place in the file. Speakers come in
 * two forms, as a label of each item and, from older jobs, as a list of times beside the items.
 */
final class TranscribeResults {

  private static final Pattern CHANNEL = Pattern.compile("ch_(\\d)");

  private final List<TranscribeItem> items = new ArrayList<>();
  private final Map<Integer, List<TranscribeItem>> channels = new HashMap<>();
  private final SpeakerLabels speakers = new SpeakerLabels();
  private Optional<LanguageCode> language = Optional.empty();
  private @Nullable Duration longestLanguage;
  private boolean wasRead;

  boolean wasRead() {
    return wasRead;
  }

  /** At the value of {@code results}. */
  void read(JsonCursor json) {
    wasRead = true;
    json.object(
        name -> {
          switch (name) {
            case "language_code" -> language = language(json);
            case "language_codes" -> json.array(() -> readLanguage(json));
            case "channel_labels" -> json.object(label -> readChannelLabels(label, json));
            case "speaker_labels" -> speakers.read(json);
            case "items" -> readItems(json);
            default -> json.skip();
          }
        });
  }

  private static Optional<LanguageCode> language(JsonCursor json) {
    var code = json.text();
    return code == null ? Optional.empty() : TranscribeLanguages.parse(code);
  }

  /** Of several languages the one that was spoken longest. */
  private void readLanguage(JsonCursor json) {
    var found = new LanguageShare();
    json.object(
        name -> {
          switch (name) {
            case "language_code" -> found.code = language(json);
            case "duration_in_seconds" -> found.time = json.seconds();
            default -> json.skip();
          }
        });
    var time = found.time == null ? Duration.ZERO : found.time;
    if (longestLanguage == null || time.compareTo(longestLanguage) > 0) {
      longestLanguage = time;
      language = found.code;
    }
  }

  private void readChannelLabels(String name, JsonCursor json) {
    if (name.equals("channels")) {
      json.array(() -> readChannel(json));
    } else {
      json.skip();
    }
  }

  /** A channel without a label has that of its place. */
  private void readChannel(JsonCursor json) {
    var parts = new ChannelParts();
    json.object(
        name -> {
          switch (name) {
            case "channel_label" -> parts.label = json.text();
            case "items" -> json.array(() -> TranscribeItem.readTo(parts.heard, json));
            default -> json.skip();
          }
        });
    var channel = parts.label == null ? channels.size() : channel(parts.label);
    if (channel < 0) {
      throw json.unreadable("a channel_label has a form such as ch_0");
    }
    channels.computeIfAbsent(channel, index -> new ArrayList<>()).addAll(parts.heard);
  }

  /** The index in a label, or -1 if it is none. */
  private static int channel(@Nullable String label) {
    var matcher = CHANNEL.matcher(label == null ? "" : label);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
  }

  /** The same items come once more, in one list, after those by channel. */
  private void readItems(JsonCursor json) {
    if (channels.isEmpty()) {
      json.array(() -> TranscribeItem.readTo(items, json));
    } else {
      json.skip();
    }
  }

  FinishedTranscript transcript() {
    if (!channels.isEmpty()) {
      return byChannel(channels);
    }
    if (items.stream().anyMatch(item -> item.channel() != null)) {
      return byChannel(itemsByChannel());
    }
    if (!speakers.isEmpty() || items.stream().anyMatch(item -> item.speaker() != null)) {
      return bySpeaker();
    }
    return transcript("Amazon Transcribe, one channel", filled(Map.of(0, items)), true);
  }

  private FinishedTranscript byChannel(Map<Integer, List<TranscribeItem>> heard) {
    return transcript("Amazon Transcribe, by channel", filled(heard), true);
  }

  /** An item without a label goes with the one before it. */
  private Map<Integer, List<TranscribeItem>> itemsByChannel() {
    var heard = new HashMap<Integer, List<TranscribeItem>>();
    var channel = 0;
    for (var item : items) {
      var labeled = channel(item.channel());
      channel = labeled < 0 ? channel : labeled;
      heard.computeIfAbsent(channel, index -> new ArrayList<>()).add(item);
    }
    return heard;
  }

  private FinishedTranscript bySpeaker() {
    var names = speakerOfEach();
    var places = new SpeakerChannels(names);
    var lanes = new Lanes(places.count());
    for (var i = 0; i < items.size(); i++) {
      lanes.add(places.channelOf(names.get(i)), items.get(i).item());
    }
    return transcript("Amazon Transcribe, by speaker", lanes, false);
  }

  /** Marks, and words that nobody claims, go with the word before; the first ones with the next. */
  private List<String> speakerOfEach() {
    var names = new ArrayList<@Nullable String>();
    for (var item : items) {
      var claimed = speakerOf(item);
      names.add(claimed != null || names.isEmpty() ? claimed : names.getLast());
    }
    var first = names.stream().filter(name -> name != null).findFirst();
    return names.stream()
        .map(name -> name == null ? first.orElse(SpeakerChannels.NOBODY) : name)
        .toList();
  }

  private @Nullable String speakerOf(TranscribeItem item) {
    if (item.speaker() != null) {
      return item.speaker();
    }
    return item.item() instanceof Word word ? speakers.find(word.begin(), word.end()) : null;
  }

  private static Lanes filled(Map<Integer, List<TranscribeItem>> heard) {
    var lanes = new Lanes(1 + heard.keySet().stream().mapToInt(Integer::intValue).max().orElse(0));
    heard.forEach((channel, spoken) -> spoken.forEach(item -> lanes.add(channel, item.item())));
    return lanes;
  }

  private FinishedTranscript transcript(String format, Lanes lanes, boolean audioChannels) {
    return new FinishedTranscript(format, language, lanes.channels(), audioChannels, Map.of());
  }

  private static final class LanguageShare {
    private Optional<LanguageCode> code = Optional.empty();
    private @Nullable Duration time;
  }

  private static final class ChannelParts {
    private final List<TranscribeItem> heard = new ArrayList<>();
    private @Nullable String label;
  }
}

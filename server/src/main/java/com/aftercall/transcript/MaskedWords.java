package com.aftercall.transcript;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;

/**
 * Puts masks in the place of private words. Words that are masked together become one, from the
 * begin of the first to the end of the last, as in transcripts that Amazon Transcribe redacted.
 */
final class MaskedWords {

  private final Map<Integer, Queue<Word>> waiting = new HashMap<>();
  private final IdentityHashMap<Word, Mask> masks = new IdentityHashMap<>();
  private int noted;
  private int places;

  /** The number tells apart what stands side by side. */
  private record Mask(int number, String label) {}

  /**
   * @param channels as heard
   */
  MaskedWords(List<ChannelTranscript> channels) {
    for (var channel : channels) {
      waiting.put(channel.channel().index(), new ArrayDeque<>(byBegin(channel)));
    }
  }

  private static List<Word> byBegin(ChannelTranscript channel) {
    return words(channel).stream().sorted(Comparator.comparing(Word::begin)).toList();
  }

  private static List<Word> words(ChannelTranscript channel) {
    return channel.items().stream().filter(Word.class::isInstance).map(Word.class::cast).toList();
  }

  /**
   * Notes what is private in a turn; to be called for all turns in their order, as turns are made
   * of the words of a channel by begin.
   */
  void note(HeardTurn heard, List<PrivateText> found) {
    var stored = waiting.getOrDefault(heard.channel().index(), new ArrayDeque<>());
    var begin = 0;
    for (var word : heard.turn().words()) {
      var end = begin + word.text().length();
      var source = stored.remove();
      for (var index = 0; index < found.size() && !masks.containsKey(source); index++) {
        if (found.get(index).overlaps(begin, end)) {
          masks.put(source, new Mask(noted + index, found.get(index).mask()));
        }
      }
      begin = end + 1;
    }
    noted += found.size();
  }

  /** The channel with its masks. */
  ChannelTranscript masked(ChannelTranscript channel) {
    var items = new ArrayList<TranscriptItem>();
    List<Word> open = new ArrayList<>();
    List<TranscriptItem> marks = new ArrayList<>();
    for (var item : channel.items()) {
      if (item instanceof Word word) {
        if (!open.isEmpty() && Objects.equals(masks.get(word), masks.get(open.getLast()))) {
          open.add(word);
          marks.clear();
          continue;
        }
        close(open, marks, items);
        if (masks.containsKey(word)) {
          open.add(word);
        } else {
          items.add(word);
        }
      } else {
        (open.isEmpty() ? items : marks).add(item);
      }
    }
    close(open, marks, items);
    return new ChannelTranscript(channel.channel(), items);
  }

  /** How many masks were put. */
  int places() {
    return places;
  }

  private void close(List<Word> open, List<TranscriptItem> marks, List<TranscriptItem> items) {
    if (!open.isEmpty()) {
      items.add(mask(open));
      places++;
    }
    items.addAll(marks);
    open.clear();
    marks.clear();
  }

  private Word mask(List<Word> words) {
    var first = words.getFirst();
    return new Word(
        Objects.requireNonNull(masks.get(first)).label(),
        first.begin(),
        words.stream().map(Word::end).max(Comparator.naturalOrder()).orElse(first.end()),
        words.stream().mapToDouble(Word::confidence).min().orElse(0));
  }
}

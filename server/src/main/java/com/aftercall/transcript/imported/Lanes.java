package com.aftercall.transcript.imported;

import com.aftercall.recording.AudioChannel;
import com.aftercall.transcript.ChannelTranscript;
import com.aftercall.transcript.Punctuation;
import com.aftercall.transcript.TranscriptItem;
import com.aftercall.transcript.Word;
import java.util.ArrayList;
import java.util.List;

/** Collects what was spoken on each channel. */
final class Lanes {

  private final List<List<TranscriptItem>> items = new ArrayList<>();

  /** With so many channels at least, empty ones included. */
  Lanes(int channels) {
    for (var i = 0; i < channels; i++) {
      items.add(new ArrayList<>());
    }
  }

  void add(int channel, TranscriptItem item) {
    while (items.size() <= channel) {
      items.add(new ArrayList<>());
    }
    items.get(channel).add(storable(item));
  }

  List<ChannelTranscript> channels() {
    var channels = new ArrayList<ChannelTranscript>();
    for (var i = 0; i < items.size(); i++) {
      channels.add(new ChannelTranscript(new AudioChannel(i), items.get(i)));
    }
    return channels;
  }

  private static TranscriptItem storable(TranscriptItem item) {
    return switch (item) {
      case Word word ->
          new Word(storable(word.text()), word.begin(), word.end(), word.confidence());
      case Punctuation mark -> new Punctuation(storable(mark.text()));
    };
  }

  /** PostgreSQL stores neither U+0000 nor half a surrogate pair; both become U+FFFD. */
  private static String storable(String text) {
    var clean = text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c));
    if (clean) {
      return text;
    }
    var mended = new StringBuilder();
    text.codePoints()
        .map(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c)
        .forEach(mended::appendCodePoint);
    return mended.toString();
  }
}

package com.aftercall.transcript.whisper;

import com.aftercall.transcript.Punctuation;
import com.aftercall.transcript.TranscriptItem;
import com.aftercall.transcript.Word;
import com.aftercall.transcript.spi.SpeechStretch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts Whisper's tokens together into words. A token is a piece of a word and may even end within a
 * character; one that begins with a space begins a word. In languages written without spaces each
 * run of whole characters that a token completes is taken as a word.
 */
final class TokenWords {

  private static final Set<String> WITHOUT_SPACES =
      Set.of("zh", "yue", "ja", "th", "lo", "my", "km", "bo");

  /**
   * Letters and digits at both ends; what stands before is dropped, what follows is punctuation.
   */
  private static final Pattern SHAPE =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]*([\\p{L}\\p{N}](?:.*[\\p{L}\\p{N}\\p{M}%°])?)?(.*)$", Pattern.DOTALL);

  private static final Pattern NO_MARK = Pattern.compile("[^.,!?;:…。，、！？；：]");

  private final SpeechStretch stretch;
  private final boolean spaced;
  private final List<TranscriptItem> items = new ArrayList<>();
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private long begin;
  private long end;
  private double probabilities;
  private int tokens;

  TokenWords(SpeechStretch stretch, String language) {
    this.stretch = stretch;
    this.spaced = !WITHOUT_SPACES.contains(language);
  }

  void add(byte[] bytes, TokenStruct token) {
    if (bytes.length == 0) {
      return;
    }
    if (spaced ? bytes[0] == ' ' : endsCharacter()) {
      endWord();
    }
    if (tokens == 0) {
      begin = token.begin();
    }
    text.writeBytes(bytes);
    end = token.end();
    probabilities += token.probability();
    tokens++;
  }

  /** Nothing that follows belongs to the word at work. */
  void endWord() {
    if (tokens > 0) {
      write(text.toString(StandardCharsets.UTF_8).strip(), probabilities / tokens);
    }
    text.reset();
    probabilities = 0;
    tokens = 0;
  }

  List<TranscriptItem> items() {
    endWord();
    return List.copyOf(items);
  }

  private void write(String written, double confidence) {
    var shape = SHAPE.matcher(written);
    if (!shape.matches()) {
      return;
    }
    String word = shape.group(1);
    String marks = NO_MARK.matcher(word == null ? written : shape.group(2)).replaceAll("");
    if (word != null) {
      long length = stretch.length().toMillis();
      long from = Math.clamp(10 * begin, 0, length);
      long to = Math.clamp(10 * end, from, length);
      Duration offset = stretch.begin();
      items.add(
          new Word(
              word,
              offset.plusMillis(from),
              offset.plusMillis(to),
              Math.clamp(confidence, 0.0, 1.0)));
    }
    // A mark without a word before it would hang in the air.
    if (!marks.isEmpty() && !items.isEmpty() && items.getLast() instanceof Word) {
      items.add(new Punctuation(marks));
    }
  }

  /** True if the bytes so far do not break off within a character of UTF-8. */
  private boolean endsCharacter() {
    byte[] bytes = text.toByteArray();
    int lead = bytes.length - 1;
    while (lead >= 0 && (bytes[lead] & 0xC0) == 0x80) {
      lead--;
    }
    return lead < 0 || bytes.length - lead >= lengthOf(bytes[lead]);
  }

  private static int lengthOf(byte lead) {
    int first = lead & 0xFF;
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  }
}

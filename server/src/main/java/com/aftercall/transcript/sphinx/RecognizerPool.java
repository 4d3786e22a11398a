package com.aftercall.transcript.sphinx;

import java.lang.ref.SoftReference;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Recognizers that wait for the next session. Sphinx keeps state in its acoustic model, so each
 * session needs one of its own; it takes seconds and some 150 MB to load, so it is kept as long as
 * memory is not short.
 */
final class RecognizerPool {

  private final Map<Band, Deque<SoftReference<SphinxRecognizer>>> idle = new EnumMap<>(Band.class);

  RecognizerPool() {
    for (Band band : Band.values()) {
      idle.put(band, new ConcurrentLinkedDeque<>());
    }
  }

  /** One that waits, or a new one. */
  SphinxRecognizer take(Band band) {
    var waiting = idle(band);
    for (var next = waiting.pollFirst(); next != null; next = waiting.pollFirst()) {
      SphinxRecognizer recognizer = next.get();
      if (recognizer != null) {
        return recognizer;
      }
    }
    return SphinxRecognizer.load(band);
  }

  void giveBack(Band band, SphinxRecognizer recognizer) {
    idle(band).addFirst(new SoftReference<>(recognizer));
  }

  private Deque<SoftReference<SphinxRecognizer>> idle(Band band) {
    return Objects.requireNonNull(idle.get(band));
  }
}

package com.aftercall.transcript.spi;

import com.aftercall.transcript.TranscriptItem;
import java.util.List;

/** An engine at work on one channel of one recording. One thread at a time. */
public interface EngineSession extends AutoCloseable {

  /**
   * Hears one stretch of speech; stretches come by time and do not overlap.
   *
   * @return words with times from the start of the recording, and punctuation if the engine makes
   *     any; empty if nothing was understood
   * @throws com.aftercall.failure.PermanentException with {@code ENGINE_FAILED}
   */
  List<TranscriptItem> transcribe(SpeechStretch stretch);

  @Override
  void close();
}

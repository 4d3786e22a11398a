package com.aftercall.transcript.spi;

import com.aftercall.transcript.LanguageCode;

/** Turns speech into words. Safe for use by several threads; each opens sessions of its own. */
public interface TranscriptionEngine {

  /** What the engine is and can do; cheap, loads nothing. */
  EngineDescription description();

  /**
   * Makes the engine ready to hear one channel of one recording; may load a model, which takes
   * seconds the first time.
   *
   * @throws com.aftercall.failure.PermanentException with {@code LANGUAGE_NOT_SUPPORTED} or {@code
   *     MODEL_INVALID}
   */
  EngineSession open(LanguageCode language);
}

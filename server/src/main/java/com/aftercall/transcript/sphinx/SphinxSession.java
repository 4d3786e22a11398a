package com.aftercall.transcript.sphinx;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.TranscriptItem;
import com.aftercall.transcript.spi.EngineSession;
import com.aftercall.transcript.spi.SpeechStretch;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One channel of one recording on its way through a recognizer. */
final class SphinxSession implements EngineSession {

  private final Consumer<SphinxRecognizer> afterUse;
  private @Nullable SphinxRecognizer recognizer;

  SphinxSession(SphinxRecognizer recognizer, Consumer<SphinxRecognizer> afterUse) {
    this.recognizer = recognizer;
    this.afterUse = afterUse;
  }

  /** A recognizer that failed once is not used again; its state is unknown. */
  @Override
  public List<TranscriptItem> transcribe(SpeechStretch stretch) {
    SphinxRecognizer current = recognizer;
    if (current == null) {
      throw new IllegalStateException("session is closed or has failed");
    }
    try {
      return List.copyOf(current.hear(stretch));
    } catch (RuntimeException | Error e) {
      recognizer = null;
      if (e instanceof VirtualMachineError) {
        throw e;
      }
      // Sphinx throws Error and RuntimeException where others have checked ones.
      throw new PermanentException(
          FailureCode.ENGINE_FAILED,
          "engine sphinx failed at %s of the recording".formatted(stretch.begin()),
          e);
    }
  }

  @Override
  public void close() {
    if (recognizer != null) {
      afterUse.accept(recognizer);
      recognizer = null;
    }
  }
}

package com.aftercall.transcript.sphinx;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.TranscriptItem;
import com.aftercall.transcript.spi.EngineSession;
import com.aftercall.transcript.spi.SpeechStretch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One channel of one recording on its way through a recognizer. */
final class SphinxSession implements EngineSession {

  private final RecognizerPool pool;
  private final Map<Band, SphinxRecognizer> taken = new EnumMap<>(Band.class);
  private boolean closed;

  SphinxSession(RecognizerPool pool) {
    this.pool = pool;
  }

  /** A recognizer that failed once is not used again; its state is unknown. */
  @Override
  public List<TranscriptItem> transcribe(SpeechStretch stretch) {
    if (closed) {
      throw new IllegalStateException("session is closed");
    }
    // Nearly always the same for all stretches of a recording, so one recognizer is taken.
    Band band = Band.of(stretch.samples());
    SphinxRecognizer recognizer = taken.computeIfAbsent(band, pool::take);
    try {
      return List.copyOf(recognizer.hear(stretch));
    } catch (VirtualMachineError e) {
      taken.remove(band);
      throw e;
    } catch (RuntimeException | Error e) {
      taken.remove(band);
      // Sphinx throws Error and RuntimeException where others have checked ones.
      throw new PermanentException(
          FailureCode.ENGINE_FAILED,
          "engine sphinx failed at %s of the recording".formatted(stretch.begin()),
          e);
    }
  }

  @Override
  public void close() {
    closed = true;
    taken.forEach(pool::giveBack);
    taken.clear();
  }
}

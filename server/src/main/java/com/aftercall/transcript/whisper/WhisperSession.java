package com.aftercall.transcript.whisper;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.TranscriptItem;
import com.aftercall.transcript.spi.EngineSession;
import com.aftercall.transcript.spi.SpeechStretch;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One channel of one recording on its way through the library. */
final class WhisperSession implements EngineSession {

  /** The library ignores anything under a second; silence makes up the difference. */
  private static final int LEAST_SAMPLES = WhisperEngine.SAMPLE_RATE_HZ * 5 / 4;

  private static final float FULL_SCALE = 32_768;

  private final WhisperLibrary library;
  private final MemorySegment context;
  private final int threads;
  private final String language;
  private @Nullable MemorySegment state;

  WhisperSession(
      WhisperLibrary library,
      MemorySegment context,
      MemorySegment state,
      int threads,
      String language) {
    this.library = library;
    this.context = context;
    this.state = state;
    this.threads = threads;
    this.language = language;
  }

  @Override
  public List<TranscriptItem> transcribe(SpeechStretch stretch) {
    MemorySegment working = state;
    if (working == null) {
      throw new IllegalStateException("session is closed");
    }
    if (stretch.samples().length == 0) {
      return List.of();
    }
    try (Arena arena = Arena.ofConfined()) {
      FullParams params =
          library.defaults(arena).forStretches(threads, arena.allocateFrom(language));
      int result = library.full(context, working, params, floats(stretch.samples(), arena));
      if (result != 0) {
        throw new PermanentException(
            FailureCode.ENGINE_FAILED,
            "engine whisper failed with code %d at %s of the recording"
                .formatted(result, stretch.begin()));
      }
      return collect(working, stretch, arena);
    }
  }

  @Override
  public void close() {
    if (state != null) {
      library.freeState(state);
      state = null;
    }
  }

  private List<TranscriptItem> collect(MemorySegment working, SpeechStretch stretch, Arena arena) {
    TokenWords words = new TokenWords(stretch, language);
    int firstWithoutText = library.endOfText(context);
    for (int segment = 0; segment < library.segments(working); segment++) {
      for (int token = 0; token < library.tokens(working, segment); token++) {
        TokenStruct data = library.token(working, segment, token, arena);
        if (data.id() < firstWithoutText) {
          words.add(library.tokenText(context, working, segment, token), data);
        }
      }
      words.endWord();
    }
    return words.items();
  }

  private static MemorySegment floats(short[] samples, Arena arena) {
    // A new segment of an arena is zero, which is silence.
    MemorySegment floats = arena.allocate(JAVA_FLOAT, Math.max(samples.length, LEAST_SAMPLES));
    for (int i = 0; i < samples.length; i++) {
      floats.setAtIndex(JAVA_FLOAT, i, samples[i] / FULL_SCALE);
    }
    return floats;
  }
}

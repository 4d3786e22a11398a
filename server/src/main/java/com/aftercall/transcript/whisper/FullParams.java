package com.aftercall.transcript.whisper;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;

/**
 * The C structure {@code whisper_full_params} of whisper.cpp 1.7.1. Offsets are those of its header
 * ({@code include/whisper.h}) and of the compiled {@code whisper_full_default_params}; {@link
 * #copyOf} compares the library's defaults with them, so that another version is refused instead of
 * being fed nonsense.
 *
 * @param segment the structure
 */
record FullParams(MemorySegment segment) {

  static final StructLayout LAYOUT =
      MemoryLayout.structLayout(MemoryLayout.sequenceLayout(33, JAVA_LONG));

  private static final int THREADS = 4;
  private static final int MAX_TEXT_CONTEXT = 8;
  private static final int NO_CONTEXT = 21;
  private static final int PRINT_PROGRESS = 25;
  private static final int PRINT_TIMESTAMPS = 27;
  private static final int TOKEN_TIMESTAMPS = 28;
  private static final int TIMESTAMP_THRESHOLD = 32;
  private static final int LANGUAGE = 96;
  private static final int SUPPRESS_BLANK = 105;
  private static final int SUPPRESS_NON_SPEECH = 106;
  private static final int TEMPERATURE_STEP = 120;
  private static final int ENTROPY_THRESHOLD = 124;
  private static final int GRAMMAR_PENALTY = 256;

  static FullParams copyOf(MemorySegment defaults, Arena arena) {
    MemorySegment copy = ((SegmentAllocator) arena).allocate(LAYOUT);
    copy.copyFrom(defaults.reinterpret(LAYOUT.byteSize()));
    boolean asExpected =
        copy.get(JAVA_INT, MAX_TEXT_CONTEXT) == 16_384
            && copy.get(JAVA_BYTE, PRINT_PROGRESS) == 1
            && copy.get(JAVA_BYTE, PRINT_TIMESTAMPS) == 1
            && copy.get(JAVA_FLOAT, TIMESTAMP_THRESHOLD) == 0.01f
            && copy.get(ADDRESS, LANGUAGE).reinterpret(3).getString(0).equals("en")
            && copy.get(JAVA_BYTE, SUPPRESS_BLANK) == 1
            && copy.get(JAVA_FLOAT, TEMPERATURE_STEP) == 0.2f
            && copy.get(JAVA_FLOAT, ENTROPY_THRESHOLD) == 2.4f
            && copy.get(JAVA_FLOAT, GRAMMAR_PENALTY) == 100f;
    if (!asExpected) {
      throw new PermanentException(
          FailureCode.ENGINE_MISSING,
          "the native library is not the whisper.cpp 1.7.1 that engine whisper was made for");
    }
    return new FullParams(copy);
  }

  /** Each stretch by itself, with token times, and nothing printed. */
  FullParams forStretches(int threads, MemorySegment language) {
    segment.set(JAVA_INT, THREADS, threads);
    segment.set(JAVA_BYTE, NO_CONTEXT, (byte) 1);
    segment.set(JAVA_BYTE, PRINT_PROGRESS, (byte) 0);
    segment.set(JAVA_BYTE, PRINT_TIMESTAMPS, (byte) 0);
    segment.set(JAVA_BYTE, TOKEN_TIMESTAMPS, (byte) 1);
    segment.set(JAVA_BYTE, SUPPRESS_NON_SPEECH, (byte) 1);
    segment.set(ADDRESS, LANGUAGE, language);
    return this;
  }
}

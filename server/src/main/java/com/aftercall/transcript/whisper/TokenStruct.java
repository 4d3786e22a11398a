package com.aftercall.transcript.whisper;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/**
 * What is used of the C structure {@code whisper_token_data}.
 *
 * @param id in the vocabulary
 * @param probability [0, 1]
 * @param begin in hundredths of a second from the first sample; negative if unknown
 * @param end in the same unit
 */
record TokenStruct(int id, float probability, long begin, long end) {

  /** 4 bytes each: id, tid, p, plog, pt, ptsum; 8 each: t0, t1, t_dtw; 4: vlen; 4 unused. */
  static final StructLayout LAYOUT =
      MemoryLayout.structLayout(MemoryLayout.sequenceLayout(7, JAVA_LONG));

  static TokenStruct of(MemorySegment struct) {
    return new TokenStruct(
        struct.get(JAVA_INT, 0),
        struct.get(JAVA_FLOAT, 8),
        struct.get(JAVA_LONG, 24),
        struct.get(JAVA_LONG, 32));
  }
}

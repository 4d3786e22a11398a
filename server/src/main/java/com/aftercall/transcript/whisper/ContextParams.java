package com.aftercall.transcript.whisper;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;

/** The C structure {@code whisper_context_params}: 48 bytes, of which the first is use_gpu. */
final class ContextParams {

  static final StructLayout LAYOUT =
      MemoryLayout.structLayout(MemoryLayout.sequenceLayout(6, JAVA_LONG));

  private ContextParams() {}

  /** A copy of the library's defaults, told to stay on the processor. */
  static MemorySegment withoutGpu(MemorySegment defaults, Arena arena) {
    MemorySegment copy = ((SegmentAllocator) arena).allocate(LAYOUT);
    copy.copyFrom(defaults.reinterpret(LAYOUT.byteSize()));
    copy.set(JAVA_BYTE, 0, (byte) 0);
    return copy;
  }
}

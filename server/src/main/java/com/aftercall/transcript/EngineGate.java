package com.aftercall.transcript;

import java.util.function.Supplier;

/** Limits how many engines are at work at a time. */
@FunctionalInterface
public interface EngineGate {

  /** Runs the work and gives its result, or throws if it has to wait for its turn. */
  StoredTranscript pass(Supplier<StoredTranscript> work);
}

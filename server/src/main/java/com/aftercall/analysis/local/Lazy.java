package com.aftercall.analysis.local;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value made when it is first asked for, once, however many threads ask. Models are kept this
 * way: a server that starts should not wait for them, and one that never needs them should not hold
 * them.
 */
final class Lazy<T> {

  private final Supplier<T> source;
  private volatile @Nullable T value;

  Lazy(Supplier<T> source) {
    this.source = source;
  }

  T get() {
    T existing = value;
    return existing != null ? existing : make();
  }

  private synchronized T make() {
    T existing = value;
    if (existing == null) {
      existing = source.get();
      value = existing;
    }
    return existing;
  }
}

package com.aftercall.analysis.local;

/**
 * Turns a feature's name and value into the 32-bit key under which a {@link LinearModel} keeps its
 * weights. The arithmetic is FNV-1a over UTF-16 units with a final mix; it is part of the model
 * format, so a change of it means training all models again.
 */
final class FeatureHash {

  private static final int SEED = 0x811c9dc5;
  private static final int PRIME = 0x01000193;

  private FeatureHash() {}

  /** Starts a key for one kind of feature; kinds with different names never share features. */
  static int kind(int name) {
    return (SEED ^ (name + 0x9e37)) * PRIME;
  }

  /** Continues {@code hash} with the characters of a part, and an end mark: "ab"+"c" ≠ "a"+"bc". */
  static int with(int hash, CharSequence part) {
    int result = hash;
    for (int i = 0; i < part.length(); i++) {
      result = (result ^ part.charAt(i)) * PRIME;
    }
    return (result ^ 0xffff) * PRIME;
  }

  /** Continues {@code hash} with a number, for example the index of a label. */
  static int with(int hash, int part) {
    return ((hash ^ (part & 0xffff)) * PRIME ^ (part >>> 16)) * PRIME;
  }

  /** Spreads the bits; every feature ends with this (the finalizer of MurmurHash3, 32 bit). */
  static int done(int hash) {
    int h = hash;
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    return h ^ (h >>> 16);
  }
}

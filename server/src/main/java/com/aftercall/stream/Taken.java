package com.aftercall.stream;

/**
 * What became of contact records.
 *
 * @param accepted that are committed
 * @param redelivered of those, how many changed nothing, as what they say was known
 * @param rejected that are set aside; of a file with very many only the first
 */
public record Taken(int accepted, int redelivered, int rejected) {

  /** Of nothing. */
  static final Taken NONE = new Taken(0, 0, 0);
}

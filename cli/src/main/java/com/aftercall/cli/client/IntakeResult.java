package com.aftercall.cli.client;

import static java.util.Objects.requireNonNullElse;

import java.util.List;

/**
 * What became of the records of one request.
 *
 * @param accepted how many are committed; those that the server knew count too
 */
public record IntakeResult(int accepted, List<Rejection> rejected) {

  /** An absent list is an empty one. */
  public IntakeResult {
    rejected = requireNonNullElse(rejected, List.of());
  }
}

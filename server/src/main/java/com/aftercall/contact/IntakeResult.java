package com.aftercall.contact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What became of the records handed in.
 *
 * @param accepted how many are committed; redeliveries and older versions count
 * @param redelivered how many of the accepted changed nothing, as what they say was known; not part
 *     of the answer over HTTP
 * @param rejected the others
 */
public record IntakeResult(int accepted, @JsonIgnore int redelivered, List<Rejection> rejected) {

  /** Takes a copy of the list. */
  public IntakeResult {
    rejected = List.copyOf(rejected);
  }

  /**
   * One record that could not be taken.
   *
   * @param index 0-based place in the input; of deliveries, the place of the delivery
   * @param reason says what is wrong and what to do; holds no value of the record but its id
   */
  public record Rejection(int index, String reason) {}
}

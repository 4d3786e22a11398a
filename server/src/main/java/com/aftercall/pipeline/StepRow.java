package com.aftercall.pipeline;

import com.aftercall.contact.Feature;
import com.aftercall.recordpage.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored about one step of one contact.
 *
 * @param feature what the step does
 * @param state how far it is
 * @param input what its product depends on; another input makes the product stale
 * @param attempts how often it was begun since it was last reset
 * @param firstTriedAt start of the first of these attempts, or null
 * @param startedAt of the last attempt, or null
 * @param endedAt of the last attempt, or null
 * @param nextAt not before this, or null
 * @param progress [0, 1], or null
 * @param code of the last failure, or null
 * @param message of the last result or failure, or null
 */
record StepRow(
    Feature feature,
    Step.State state,
    @Nullable String input,
    int attempts,
    @Nullable Instant firstTriedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant nextAt,
    @Nullable Double progress,
    @Nullable String code,
    @Nullable String message) {

  static StepRow waiting(Feature feature, String input) {
    return new StepRow(
        feature, Step.State.WAITING, input, 0, null, null, null, null, null, null, null);
  }

  static StepRow settled(Feature feature, Step.State state, String message) {
    return new StepRow(feature, state, null, 0, null, null, null, null, null, null, message);
  }

  /** Whether there may be something to do: also a step that was at work when a server died. */
  boolean isOpen() {
    return state == Step.State.WAITING || state == Step.State.RUNNING;
  }

  StepRow started(Instant now) {
    return new StepRow(
        feature,
        Step.State.RUNNING,
        input,
        attempts + 1,
        firstTriedAt == null ? now : firstTriedAt,
        now,
        null,
        null,
        null,
        null,
        null);
  }

  StepRow completed(Instant now, String result) {
    return new StepRow(
        feature,
        Step.State.COMPLETE,
        input,
        attempts,
        firstTriedAt,
        startedAt,
        now,
        null,
        null,
        null,
        result);
  }

  StepRow failed(Instant now, String failureCode, String reason) {
    return new StepRow(
        feature,
        Step.State.FAILED,
        input,
        attempts,
        firstTriedAt,
        startedAt,
        now,
        null,
        null,
        failureCode,
        reason);
  }

  StepRow postponed(Instant now, Instant until, @Nullable String failureCode, String reason) {
    return new StepRow(
        feature,
        Step.State.WAITING,
        input,
        attempts,
        firstTriedAt,
        startedAt,
        startedAt == null ? null : now,
        until,
        null,
        failureCode,
        reason);
  }

  /** The step has not begun, because what it needs is taken or closed. */
  StepRow queued(Instant until, @Nullable String failureCode, String reason) {
    return new StepRow(
        feature,
        Step.State.WAITING,
        input,
        attempts,
        firstTriedAt,
        startedAt,
        endedAt,
        until,
        null,
        failureCode,
        reason);
  }

  /** As if the attempt had never begun. */
  StepRow interrupted() {
    return new StepRow(
        feature,
        Step.State.WAITING,
        input,
        Math.max(0, attempts - 1),
        firstTriedAt,
        null,
        null,
        null,
        null,
        null,
        "The server was stopped meanwhile; this goes on when it runs again.");
  }

  StepRow skipped(String reason) {
    return new StepRow(
        feature, Step.State.SKIPPED, input, 0, null, null, null, null, null, null, reason);
  }
}

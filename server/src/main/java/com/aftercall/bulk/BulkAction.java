package com.aftercall.bulk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a bulk action is; the fields are those of {@code openapi.yaml}.
 *
 * @param id names it
 * @param action a {@link BulkKind} by its label
 * @param state running, complete, undoing or undone
 * @param total contacts
 * @param done of them, failed ones included
 * @param failed of them
 * @param problems of the first that failed
 * @param createdAt when it was started
 * @param endedAt when it ended, or null
 * @param undoable whether it can be stopped or taken back now
 * @param file path of what an export made, or null
 */
public record BulkAction(
    String id,
    String action,
    String state,
    int total,
    int done,
    int failed,
    List<Problem> problems,
    Instant createdAt,
    @Nullable Instant endedAt,
    boolean undoable,
    @Nullable String file) {

  /** Takes a copy of the list. */
  public BulkAction {
    problems = List.copyOf(problems);
  }

  /**
   * A contact with which it could not be done.
   *
   * @param contactId whose
   * @param name of the contact, or null if it is not there
   * @param reason one sentence
   */
  public record Problem(String contactId, @Nullable String name, String reason) {}
}

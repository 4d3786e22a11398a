package com.aftercall.recordpage;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a contact, or replies to such a comment.
 *
 * @param id unique
 * @param authorId whose it is; only they may change it
 * @param author their name when they wrote it
 * @param text personal data, never logged
 * @param at place in the recording; null if it is about the whole contact. A reply has its
 *     comment's
 * @param replyTo id of the comment that this replies to, or null
 * @param createdAt when it was written
 * @param editedAt when it was changed last, or null
 */
public record Comment(
    String id,
    String authorId,
    String author,
    String text,
    @Nullable Duration at,
    @Nullable String replyTo,
    Instant createdAt,
    @Nullable Instant editedAt) {

  /** The most characters that a comment has. */
  public static final int MAX_LENGTH = 5_000;

  /** Throws {@link IllegalArgumentException}; its message never has the text. */
  public Comment {
    if (text.isBlank() || text.length() > MAX_LENGTH || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "A comment has 1 to %d characters, not all of them blank.".formatted(MAX_LENGTH));
    }
    if (at != null && at.isNegative()) {
      throw new IllegalArgumentException("A place in the recording is 0 ms or later.");
    }
  }

  Comment edited(String newText, Instant now) {
    return newText.equals(text)
        ? this
        : new Comment(id, authorId, author, newText, at, replyTo, createdAt, now);
  }

  /** Leaves the text out. */
  @Override
  public String toString() {
    return "Comment[%s by %s]".formatted(id, authorId);
  }
}

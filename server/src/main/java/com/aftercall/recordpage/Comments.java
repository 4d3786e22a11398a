package com.aftercall.recordpage;

import com.aftercall.contact.ContactChanged;
import com.aftercall.contact.ContactId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people say about contacts. Replies are one level deep and go with their comment. */
@Repository
public class Comments {

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Comments(JdbcClient jdbc, InstantSource clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /**
   * By place in the recording, those without a place first; each followed by its replies by age.
   */
  public List<Comment> list(ContactId contact) {
    return jdbc.sql(
            """
            select c.* from comment c left join comment over on over.id = c.reply_to
            where c.contact_id = ?
            order by coalesce(over.at_millis, c.at_millis) nulls first,
                coalesce(over.created_at, c.created_at), coalesce(over.id, c.id),
                c.reply_to is not null, c.created_at, c.id
            """)
        .param(contact.value())
        .query(Comments::comment)
        .list();
  }

  /** How many comments, replies included, those contacts have that have any. */
  public Map<ContactId, Integer> counts(Collection<ContactId> contacts) {
    Map<ContactId, Integer> counts = new HashMap<>();
    jdbc.sql(
            "select contact_id, count(*) from comment where contact_id = any(?) group by contact_id")
        .param(contacts.stream().map(ContactId::value).toArray(String[]::new))
        .query((row, number) -> counts.put(new ContactId(row.getString(1)), row.getInt(2)))
        .list();
    return counts;
  }

  /** One of this contact's, or empty. */
  public Optional<Comment> find(ContactId contact, String id) {
    return jdbc.sql("select * from comment where contact_id = ? and id = ?")
        .params(contact.value(), id)
        .query(Comments::comment)
        .optional();
  }

  /**
   * Keeps a new comment.
   *
   * @param authorId whose it is
   * @param author their name
   * @throws IllegalArgumentException with a sentence for the author if the text or place is refused
   */
  public Comment write(
      ContactId contact, String authorId, String author, String text, @Nullable Duration at) {
    return keep(contact, comment(authorId, author, text, at, null));
  }

  /**
   * Keeps a reply, in the place of its comment.
   *
   * @throws IllegalArgumentException as {@link #write}, and if it replies to a reply
   */
  public Comment reply(
      ContactId contact, String authorId, String author, String text, Comment comment) {
    if (comment.replyTo() != null) {
      throw new IllegalArgumentException("This is a reply; reply to its comment instead.");
    }
    return keep(contact, comment(authorId, author, text, comment.at(), comment.id()));
  }

  /**
   * Changes the text; the same text changes nothing.
   *
   * @throws IllegalArgumentException as {@link #write}
   */
  public Comment edit(ContactId contact, Comment comment, String text) {
    var edited = comment.edited(text, now());
    jdbc.sql("update comment set text = ?, edited_at = ? where id = ?")
        .param(edited.text())
        .param(timestamp(edited.editedAt()))
        .param(edited.id())
        .update();
    changed(contact);
    return edited;
  }

  /** Removes it with its replies. */
  public void delete(ContactId contact, Comment comment) {
    jdbc.sql("delete from comment where id = ?").param(comment.id()).update();
    changed(contact);
  }

  private Comment comment(
      String authorId,
      String author,
      String text,
      @Nullable Duration at,
      @Nullable String replyTo) {
    var id = UUID.randomUUID().toString();
    return new Comment(id, authorId, author, text, at, replyTo, now(), null);
  }

  private Comment keep(ContactId contact, Comment comment) {
    jdbc.sql(
            """
            insert into comment (id, contact_id, author_id, author, text, at_millis, reply_to,
                created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(comment.id())
        .param(contact.value())
        .param(comment.authorId())
        .param(comment.author())
        .param(comment.text())
        .param(comment.at() == null ? null : comment.at().toMillis())
        .param(comment.replyTo())
        .param(timestamp(comment.createdAt()))
        .update();
    changed(contact);
    return comment;
  }

  private void changed(ContactId contact) {
    events.publishEvent(new ContactChanged(contact, ContactChanged.Change.COMMENTS));
  }

  /** As the database keeps it, so that an answer now and later is the same. */
  private Instant now() {
    return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static Comment comment(ResultSet row, int number) throws SQLException {
    var at = (Long) row.getObject("at_millis");
    var edited = row.getTimestamp("edited_at");
    return new Comment(
        row.getString("id"),
        row.getString("author_id"),
        row.getString("author"),
        row.getString("text"),
        at == null ? null : Duration.ofMillis(at),
        row.getString("reply_to"),
        row.getTimestamp("created_at").toInstant(),
        edited == null ? null : edited.toInstant());
  }
}

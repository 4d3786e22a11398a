package com.aftercall.publication;

import com.aftercall.contact.ContactId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written into the org. */
@Repository
class PublicationRows {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  PublicationRows(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What is known of a record in the org.
   *
   * @param salesforceId its id there, or null if none is known
   * @param fingerprint of the draft that it holds, or null
   * @param message what was said when it was written, or null
   * @param isConcluded whether the last attempt to write came to its end here; else something may
   *     be there that we do not know of
   */
  record Row(
      @Nullable String salesforceId,
      @Nullable String fingerprint,
      @Nullable String message,
      boolean isConcluded) {}

  /** A file of the record in the org. */
  record FileRow(String salesforceId, String fingerprint) {}

  Optional<Row> find(ContactId contact, PublishedObject object) {
    return jdbc.sql(
            """
            select salesforce_id, fingerprint, message, published_at >= attempted_at as concluded
            from publication where contact_id = ? and object = ?
            """)
        .params(contact.value(), label(object))
        .query(
            (row, number) ->
                new Row(
                    row.getString("salesforce_id"),
                    row.getString("fingerprint"),
                    row.getString("message"),
                    row.getBoolean("concluded")))
        .optional();
  }

  /** Written down before anything is sent, so that a lost answer is known to be one. */
  void noteAttempt(ContactId contact, PublishedObject object) {
    jdbc.sql(
            """
            insert into publication (contact_id, object, attempted_at) values (?, ?, ?)
            on conflict (contact_id, object) do update set attempted_at = excluded.attempted_at,
                fingerprint = null, published_at = null
            """)
        .params(contact.value(), label(object), now())
        .update();
  }

  void noteId(ContactId contact, PublishedObject object, String salesforceId) {
    jdbc.sql("update publication set salesforce_id = ? where contact_id = ? and object = ?")
        .params(salesforceId, contact.value(), label(object))
        .update();
  }

  void conclude(ContactId contact, PublishedObject object, String fingerprint, String message) {
    jdbc.sql(
            """
            update publication set fingerprint = ?, message = ?, published_at = greatest(attempted_at, ?)
            where contact_id = ? and object = ?
            """)
        .params(fingerprint, message, now(), contact.value(), label(object))
        .update();
  }

  /** Forgets which record it is, with its files; it is looked for again. */
  void forgetId(ContactId contact, PublishedObject object) {
    jdbc.sql(
            """
            update publication set salesforce_id = null, fingerprint = null, published_at = null
            where contact_id = ? and object = ?
            """)
        .params(contact.value(), label(object))
        .update();
    if (object == PublishedObject.ANALYTICS) {
      jdbc.sql("delete from publication_file where contact_id = ?").param(contact.value()).update();
    }
  }

  /** Makes everything of a contact count as not written. */
  void forgetFingerprints(ContactId contact) {
    jdbc.sql("update publication set fingerprint = null, published_at = null where contact_id = ?")
        .param(contact.value())
        .update();
    jdbc.sql("update publication_file set fingerprint = '' where contact_id = ?")
        .param(contact.value())
        .update();
  }

  /** By name; only those of a kind. */
  Map<String, FileRow> files(ContactId contact, FileKind kind) {
    Map<String, FileRow> files = new HashMap<>();
    jdbc.sql("select * from publication_file where contact_id = ? and kind = ?")
        .params(contact.value(), label(kind))
        .query(
            (row, number) ->
                files.put(
                    row.getString("name"),
                    new FileRow(row.getString("salesforce_id"), row.getString("fingerprint"))))
        .list();
    return files;
  }

  void noteFile(ContactId contact, FileKind kind, String name, FileRow file) {
    jdbc.sql(
            """
            insert into publication_file (contact_id, name, kind, salesforce_id, fingerprint)
            values (?, ?, ?, ?, ?)
            on conflict (contact_id, name) do update set kind = excluded.kind,
                salesforce_id = excluded.salesforce_id, fingerprint = excluded.fingerprint
            """)
        .params(contact.value(), name, label(kind), file.salesforceId(), file.fingerprint())
        .update();
  }

  /** Forgets a file that is not there any more. */
  void forgetFile(ContactId contact, String name) {
    jdbc.sql("delete from publication_file where contact_id = ? and name = ?")
        .params(contact.value(), name)
        .update();
  }

  /** How many records hold what they shall. */
  long countPublished() {
    return jdbc.sql("select count(*) from publication where fingerprint is not null")
        .query(Long.class)
        .single();
  }

  /** An operator's pause. */
  record Pause(Instant since, @Nullable String by) {}

  Optional<Pause> pause() {
    return jdbc.sql("select paused_at, paused_by from publication_pause")
        .query(
            (row, number) ->
                new Pause(row.getTimestamp("paused_at").toInstant(), row.getString("paused_by")))
        .optional();
  }

  /** Whoever paused first is remembered. */
  void setPaused(boolean paused, String by) {
    if (paused) {
      jdbc.sql(
              """
              insert into publication_pause (paused_at, paused_by) values (?, ?)
              on conflict do nothing
              """)
          .params(now(), by)
          .update();
    } else {
      jdbc.sql("delete from publication_pause").update();
    }
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

package com.aftercall.transcript;

import com.aftercall.contact.ContactId;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The correction table. */
@Repository
class CorrectionRows {

  private final JdbcClient jdbc;

  CorrectionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All that were ever made, the oldest first; also those of turns that are no more. */
  List<Correction> all(ContactId contact) {
    return jdbc.sql(
            """
            select audio_channel, begin_nanos, heard, text, author, corrected_at from correction
            where contact_id = ? order by number
            """)
        .param(contact.value())
        .query(
            (row, number) ->
                new Correction(
                    row.getInt("audio_channel"),
                    Duration.ofNanos(row.getLong("begin_nanos")),
                    row.getString("heard"),
                    row.getString("text"),
                    row.getString("author"),
                    row.getTimestamp("corrected_at").toInstant()))
        .list();
  }

  void add(ContactId contact, Correction correction, String authorId) {
    jdbc.sql(
            """
            insert into correction (contact_id, audio_channel, begin_nanos, heard, text, author_id,
                author, corrected_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            contact.value(),
            correction.audioChannel(),
            correction.begin().toNanos(),
            correction.heard(),
            correction.text(),
            authorId,
            correction.author(),
            Timestamp.from(correction.at()))
        .update();
  }
}

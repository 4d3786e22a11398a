package com.aftercall.bulk;

import com.aftercall.access.Visibility;
import com.aftercall.contact.Contact;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.Contacts;
import com.aftercall.transcript.TranscriptExport;
import com.aftercall.transcript.Transcripts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What an export says of each contact. */
final class ExportLines {

  /** Columns of the CSV file, and fields of each line of the NDJSON file before the record. */
  static final List<String> COLUMNS =
      List.of(
          "contactId",
          "name",
          "state",
          "reason",
          "channel",
          "initiatedAt",
          "customerAddress",
          "agent",
          "queue",
          "durationMillis",
          "language",
          "sentiment",
          "agentTalkShare",
          "silenceShare");

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final Contacts contacts;
  private final Transcripts transcripts;
  private final Visibility words;

  ExportLines(JdbcClient jdbc, Contacts contacts, Transcripts transcripts, Visibility words) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.transcripts = transcripts;
    this.words = words;
  }

  /** Values of {@link #COLUMNS} of those that exist, in the order of ids. */
  Map<ContactId, Map<String, Object>> values(Collection<ContactId> ids) {
    Map<ContactId, Map<String, Object>> found = new LinkedHashMap<>();
    jdbc.sql(
            """
            select contact_id, number, state, state_reason, channel, initiated_at, customer_address,
                agent, queue, duration_millis, language, sentiment, agent_talk_share, silence_share
            from contact where contact_id = any(?) order by contact_id
            """)
        .param(ids.stream().map(ContactId::value).toArray(String[]::new))
        .query(
            row -> {
              var values = new LinkedHashMap<String, Object>();
              for (var i = 0; i < COLUMNS.size(); i++) {
                values.put(COLUMNS.get(i), value(COLUMNS.get(i), row.getObject(i + 1)));
              }
              found.put(new ContactId(row.getString("contact_id")), values);
            });
    return found;
  }

  private static @Nullable Object value(String column, @Nullable Object stored) {
    if (column.equals("name") && stored instanceof Long number) {
      return Contact.name(number);
    }
    return stored instanceof java.sql.Timestamp time ? time.toInstant().toString() : stored;
  }

  /** One line of the NDJSON file: the columns, and the contact record as it came. */
  String json(ContactId contact, Map<String, Object> values) {
    var line = new LinkedHashMap<String, Object>(values);
    contacts
        .find(contact)
        .ifPresent(known -> line.put("contactRecord", JSON.readTree(known.json())));
    return JSON.writeValueAsString(line);
  }

  /** Empty where there is none, or where whoever asked for the file may not read it. */
  Optional<String> transcript(ContactId contact, Map<String, Object> values) {
    var agent = values.get("agent") instanceof String name ? name : null;
    if (!words.covers(words.words(), agent)) {
      return Optional.empty();
    }
    return transcripts.find(contact).map(found -> TranscriptExport.TEXT.write(found.turns()));
  }
}

package com.aftercall.contact;

import com.aftercall.access.Reach;
import com.aftercall.access.Visibility;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contacts that are stored. */
@Repository
public class Contacts {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher onlookers;

  Contacts(JdbcClient jdbc, ApplicationEventPublisher onlookers) {
    this.jdbc = jdbc;
    this.onlookers = onlookers;
  }

  /** The contact, or empty if no record of it has come. */
  public Optional<Contact> find(ContactId id) {
    return jdbc.sql(
            """
            select number, record, received_at, state, state_reason, redelivered, outdated,
                deleted_at
            from contact where contact_id = ?
            """)
        .param(id.value())
        .query(Contacts::contact)
        .optional();
  }

  /** Names of those that exist. */
  public Map<ContactId, String> names(Collection<ContactId> ids) {
    Map<ContactId, String> names = new HashMap<>();
    jdbc.sql("select contact_id, number from contact where contact_id = any(?)")
        .param(ids.stream().map(ContactId::value).toArray(String[]::new))
        .query(
            (row, number) ->
                names.put(
                    new ContactId(row.getString("contact_id")),
                    Contact.name(row.getLong("number"))))
        .list();
    return names;
  }

  /**
   * How many are in each state, those in the bin left out; states without contacts are there with
   * 0.
   *
   * @param visibility of whoever asks; others are not counted
   */
  public Map<String, Long> countByState(Visibility visibility) {
    var counts = new TreeMap<String, Long>();
    for (var state : ContactState.values()) {
      counts.put(state.label(), 0L);
    }
    if (visibility.contacts() == Reach.NONE) {
      return counts;
    }
    jdbc.sql(
            """
            select state, count(*) as contacts from contact
            where deleted_at is null and (? or agent = ?) group by state
            """)
        .param(visibility.contacts() == Reach.ALL)
        .param(visibility.agent())
        .query()
        .listOfRows()
        .forEach(row -> counts.put((String) row.get("state"), (Long) row.get("contacts")));
    return counts;
  }

  /** Says how far the contact is. */
  public void setState(ContactId id, ContactState state, @Nullable String reason) {
    jdbc.sql("update contact set state = ?, state_reason = ? where contact_id = ?")
        .param(state.label())
        .param(reason)
        .param(id.value())
        .update();
    onlookers.publishEvent(new ContactChanged(id, ContactChanged.Change.STATE));
  }

  /** Says what the steps found out so far; writes nothing if that is known already. */
  public void setFacts(ContactId id, ContactFacts facts) {
    jdbc.sql(
            """
            update contact set duration_millis = :duration, language = :language,
                sentiment = :sentiment, agent_talk_share = :talk, silence_share = :silence
            where contact_id = :id
                and (duration_millis, language, sentiment, agent_talk_share, silence_share)
                    is distinct from (cast(:duration as bigint), cast(:language as text),
                        cast(:sentiment as text), cast(:talk as real), cast(:silence as real))
            """)
        .param("id", id.value())
        .param("duration", facts.duration() == null ? null : facts.duration().toMillis())
        .param("language", facts.language())
        .param("sentiment", facts.sentiment())
        .param("talk", facts.agentTalkShare())
        .param("silence", facts.silenceShare())
        .update();
  }

  /**
   * The version stored now. Locks the contact against a newer version until the transaction ends,
   * so that what is decided from it holds.
   */
  public Optional<Instant> lockVersion(ContactId id) {
    return jdbc.sql("select last_update from contact where contact_id = ? for update")
        .param(id.value())
        .query(java.sql.Timestamp.class)
        .optional()
        .map(java.sql.Timestamp::toInstant);
  }

  private static Contact contact(ResultSet row, int rowNumber) throws SQLException {
    var json = row.getString("record");
    var deleted = row.getTimestamp("deleted_at");
    return new Contact(
        row.getLong("number"),
        stored(json),
        json,
        row.getTimestamp("received_at").toInstant(),
        ContactState.ofLabel(row.getString("state")),
        row.getString("state_reason"),
        row.getInt("redelivered"),
        row.getInt("outdated"),
        deleted == null ? null : deleted.toInstant());
  }

  private static ContactRecord stored(String json) {
    try {
      return ContactRecordFormat.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (RejectedRecord e) {
      throw new IllegalStateException("a stored record cannot be read: " + e.reason(), e);
    }
  }
}

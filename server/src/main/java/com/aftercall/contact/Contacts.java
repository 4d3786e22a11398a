package com.aftercall.contact;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

  private static final String HEADLINE =
      """
      select contact_id, number, state, state_reason, channel, initiated_at, customer_address, agent,
          queue, received_at
      from contact
      """;

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
            select number, record, received_at, state, state_reason, redelivered, outdated
            from contact where contact_id = ?
            """)
        .param(id.value())
        .query(Contacts::contact)
        .optional();
  }

  /**
   * One page, newest arrival first.
   *
   * @param state only contacts in this state, or null for all
   * @param before only numbers below this; null for the first page
   * @param limit at most so many
   */
  public List<ContactHeadline> page(
      @Nullable ContactState state, @Nullable Long before, int limit) {
    return jdbc.sql(
            HEADLINE
                + """
                where (cast(:state as text) is null or state = :state)
                    and number < coalesce(cast(:before as bigint), 9223372036854775807)
                order by number desc limit :limit
                """)
        .param("state", state == null ? null : state.label())
        .param("before", before)
        .param("limit", limit)
        .query(Contacts::headline)
        .list();
  }

  /** Those that exist, in the order of the ids. */
  public List<ContactHeadline> headlines(List<ContactId> ids) {
    Map<ContactId, ContactHeadline> found = new java.util.HashMap<>();
    jdbc.sql(HEADLINE + "where contact_id = any(?)")
        .param(ids.stream().map(ContactId::value).toArray(String[]::new))
        .query(Contacts::headline)
        .list()
        .forEach(headline -> found.put(headline.contactId(), headline));
    return ids.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
  }

  /** Names of those that exist. */
  public Map<ContactId, String> names(Collection<ContactId> ids) {
    Map<ContactId, String> names = new java.util.HashMap<>();
    headlines(List.copyOf(ids)).forEach(h -> names.put(h.contactId(), Contact.name(h.number())));
    return names;
  }

  /** How many are in each state; states without contacts are there with 0. */
  public Map<String, Long> countByState() {
    var counts = new TreeMap<String, Long>();
    for (var state : ContactState.values()) {
      counts.put(state.label(), 0L);
    }
    jdbc.sql("select state, count(*) as contacts from contact group by state")
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
    return new Contact(
        row.getLong("number"),
        stored(json),
        json,
        row.getTimestamp("received_at").toInstant(),
        ContactState.ofLabel(row.getString("state")),
        row.getString("state_reason"),
        row.getInt("redelivered"),
        row.getInt("outdated"));
  }

  private static ContactRecord stored(String json) {
    try {
      return ContactRecordFormat.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (RejectedRecord e) {
      throw new IllegalStateException("a stored record cannot be read: " + e.reason(), e);
    }
  }

  private static ContactHeadline headline(ResultSet row, int rowNumber) throws SQLException {
    var initiated = row.getTimestamp("initiated_at");
    return new ContactHeadline(
        new ContactId(row.getString("contact_id")),
        row.getLong("number"),
        ContactState.ofLabel(row.getString("state")),
        row.getString("state_reason"),
        row.getString("channel"),
        initiated == null ? null : initiated.toInstant(),
        row.getString("customer_address"),
        row.getString("agent"),
        row.getString("queue"),
        row.getTimestamp("received_at").toInstant());
  }
}

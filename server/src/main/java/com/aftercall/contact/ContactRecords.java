package com.aftercall.contact;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores contact records. They come at least once and in any order; the newest {@code
 * LastUpdateTimestamp} wins.
 */
@Repository
class ContactRecords {

  /**
   * Comparison and write are one statement, so two writers cannot slip between them. The number
   * comes from the sequence only for a contact that is not there yet; else every redelivery would
   * leave a gap in the numbers.
   */
  private static final String UPSERT =
      """
      insert into contact (contact_id, number, last_update, received_at, record, attributes, channel,
          initiated_at, customer_address, agent, queue)
      select i.contact_id,
          case when (select true from contact c where c.contact_id = i.contact_id)
              then -1 else nextval('contact_number') end,
          i.last_update, i.received_at, i.record, i.attributes, i.channel, i.initiated_at,
          i.customer_address, i.agent, i.queue
      from (values ROWS)
          as i(contact_id, last_update, received_at, record, attributes, channel, initiated_at,
              customer_address, agent, queue)
      where not exists (select from erased_contact e where e.contact_id = i.contact_id)
      on conflict (contact_id) do update set
          last_update = excluded.last_update, received_at = excluded.received_at,
          record = excluded.record, attributes = excluded.attributes, channel = excluded.channel,
          initiated_at = excluded.initiated_at, customer_address = excluded.customer_address,
          agent = excluded.agent, queue = excluded.queue, state = 'waiting', state_reason = null
      where contact.last_update < excluded.last_update
      returning contact_id
      """;

  /**
   * Values as parameters: measured, they are faster than arrays, whose texts have to be escaped.
   */
  private static final String ROW =
      "(?, ?::timestamptz, ?::timestamptz, ?, ?::jsonb, ?, ?::timestamptz, ?, ?, ?)";

  private static final String NOTE_IGNORED =
      """
      update contact c set redelivered = redelivered + (i.last_update = c.last_update)::int,
          outdated = outdated + (i.last_update < c.last_update)::int
      from (values (?::text, ?::timestamptz)) as i(contact_id, last_update)
      where c.contact_id = i.contact_id
      """;

  private static final String NOTE_LATE =
      """
      update erased_contact set late = late + 1 where contact_id = any(?) returning contact_id
      """;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final AcceptedContacts acceptedContacts;
  private final ApplicationEventPublisher onlookers;
  private final InstantSource clock;

  ContactRecords(
      JdbcTemplate jdbc,
      TransactionTemplate transactions,
      AcceptedContacts acceptedContacts,
      ApplicationEventPublisher onlookers,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.acceptedContacts = acceptedContacts;
    this.onlookers = onlookers;
    this.clock = clock;
  }

  /**
   * Stores a batch in one transaction; committed on return. An empty batch is no work.
   *
   * @return how many changed something; the others are redeliveries and older versions
   */
  int accept(Collection<AcceptedRecord> batch) {
    if (batch.isEmpty()) {
      return 0;
    }
    // Sorted by id, so that two batches that share contacts lock them in the same order.
    var newest = new TreeMap<String, AcceptedRecord>();
    var ignored = new ArrayList<AcceptedRecord>();
    for (var candidate : batch) {
      var known = newest.get(candidate.record().contactId().value());
      if (known == null || known.record().lastUpdate().isBefore(candidate.record().lastUpdate())) {
        newest.put(candidate.record().contactId().value(), candidate);
        if (known != null) {
          ignored.add(known);
        }
      } else {
        ignored.add(candidate);
      }
    }
    var stored = transactions.execute(status -> store(newest.values(), ignored));
    stored.forEach(
        contact ->
            onlookers.publishEvent(new ContactChanged(contact, ContactChanged.Change.ARRIVED)));
    return stored.size();
  }

  private List<ContactId> store(Collection<AcceptedRecord> newest, List<AcceptedRecord> ignored) {
    var stored = new HashSet<>(upsert(List.copyOf(newest)));
    stored.removeAll(withdrawErased(newest));
    newest.stream()
        .filter(record -> !stored.contains(record.record().contactId().value()))
        .forEach(ignored::add);
    if (!ignored.isEmpty()) {
      noteIgnored(ignored);
    }
    var contacts = stored.stream().sorted().map(ContactId::new).toList();
    if (!contacts.isEmpty()) {
      acceptedContacts.accepted(contacts);
    }
    return contacts;
  }

  /**
   * Counts records that came for contacts erased before. One that was erased while the statement
   * above waited for it was stored by that once more, and is taken away here.
   */
  private List<String> withdrawErased(Collection<AcceptedRecord> records) {
    var ids = records.stream().map(r -> r.record().contactId().value()).toArray(String[]::new);
    var erased =
        jdbc.query(
            NOTE_LATE,
            statement ->
                statement.setArray(1, statement.getConnection().createArrayOf("text", ids)),
            (row, number) -> row.getString(1));
    if (!erased.isEmpty()) {
      jdbc.batchUpdate(
          "delete from contact where contact_id = ?",
          erased.stream().map(id -> new Object[] {id}).toList());
    }
    return erased;
  }

  private List<String> upsert(List<AcceptedRecord> rows) {
    var sql = UPSERT.replace("ROWS", String.join(", ", Collections.nCopies(rows.size(), ROW)));
    var receivedAt = Timestamp.from(clock.instant());
    return jdbc.query(
        sql,
        statement -> {
          var parameter = 1;
          for (var row : rows) {
            parameter = bind(statement, parameter, row, receivedAt);
          }
        },
        (row, number) -> row.getString(1));
  }

  private static int bind(
      PreparedStatement statement, int first, AcceptedRecord row, Timestamp receivedAt)
      throws SQLException {
    var record = row.record();
    var parameter = first;
    statement.setString(parameter++, record.contactId().value());
    statement.setTimestamp(parameter++, Timestamp.from(record.lastUpdate()));
    statement.setTimestamp(parameter++, receivedAt);
    statement.setString(parameter++, row.json());
    statement.setString(parameter++, json(record.attributes()));
    statement.setString(parameter++, record.channel());
    statement.setTimestamp(
        parameter++, record.initiatedAt() == null ? null : Timestamp.from(record.initiatedAt()));
    statement.setString(parameter++, record.customerAddress());
    statement.setString(parameter++, record.agent());
    statement.setString(parameter++, record.queue());
    return parameter;
  }

  /** One update of a row a statement, so a contact ignored twice in a batch is counted twice. */
  private void noteIgnored(List<AcceptedRecord> ignored) {
    jdbc.batchUpdate(
        NOTE_IGNORED,
        ignored.stream()
            .sorted(java.util.Comparator.comparing(r -> r.record().contactId().value()))
            .map(
                r ->
                    new Object[] {
                      r.record().contactId().value(), Timestamp.from(r.record().lastUpdate())
                    })
            .toList());
  }

  private static String json(ContactAttributes attributes) {
    return JSON.writeValueAsString(attributes.values());
  }
}

package com.aftercall.contact;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Contacts that somebody deleted. They can be taken out again until they are erased, {@code
 * aftercall.deletion.keep} after they were put in.
 */
@Repository
public class Bin {

  /** In the order of ids, as intake locks them. */
  private static final String CHANGE =
      """
      with known as (
        select contact_id, deleted_at from contact where contact_id = any(:contacts)
        order by contact_id for update
      ), changed as (
        update contact c set deleted_at = cast(:at as timestamptz) from known k
        where c.contact_id = k.contact_id and (k.deleted_at is null) = (cast(:at as timestamptz) is not null)
        returning c.contact_id
      )
      select k.contact_id, c.contact_id is not null as changed
      from known k left join changed c using (contact_id) order by k.contact_id
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final AcceptedContacts acceptedContacts;
  private final ApplicationEventPublisher onlookers;
  private final DeletionSettings settings;
  private final InstantSource clock;

  Bin(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      AcceptedContacts acceptedContacts,
      ApplicationEventPublisher onlookers,
      DeletionSettings settings,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.acceptedContacts = acceptedContacts;
    this.onlookers = onlookers;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What became of the contacts named.
   *
   * @param changed those that are elsewhere now than before
   * @param missing those that do not exist
   */
  public record Outcome(Set<ContactId> changed, Set<ContactId> missing) {

    /** Takes copies. */
    public Outcome {
      changed = Set.copyOf(changed);
      missing = Set.copyOf(missing);
    }
  }

  /** Puts contacts in; one that is in already stays with its time. */
  public Outcome put(Collection<ContactId> contacts) {
    return transactions.execute(
        status -> change(contacts, Timestamp.from(clock.instant()), ContactChanged.Change.DELETED));
  }

  /** Takes contacts out, and works on what came for them meanwhile. */
  public Outcome takeOut(Collection<ContactId> contacts) {
    return transactions.execute(
        status -> {
          var outcome = change(contacts, null, ContactChanged.Change.RESTORED);
          if (!outcome.changed().isEmpty()) {
            acceptedContacts.accepted(List.copyOf(outcome.changed()));
          }
          return outcome;
        });
  }

  private Outcome change(
      Collection<ContactId> contacts, @Nullable Timestamp at, ContactChanged.Change change) {
    var changed = new HashSet<ContactId>();
    var missing = new HashSet<>(contacts);
    jdbc.sql(CHANGE)
        .param("contacts", contacts.stream().map(ContactId::value).toArray(String[]::new))
        .param("at", at)
        .query(
            row -> {
              var contact = new ContactId(row.getString("contact_id"));
              missing.remove(contact);
              if (row.getBoolean("changed")) {
                changed.add(contact);
              }
            });
    changed.forEach(contact -> onlookers.publishEvent(new ContactChanged(contact, change)));
    return new Outcome(changed, missing);
  }

  /** When a contact that was put in at this time is erased, or soon after. */
  public Instant eraseAt(Instant deletedAt) {
    return deletedAt.plus(settings.keep());
  }

  /** Contacts whose time in the bin is over, longest first; at most so many. */
  public List<ContactId> due(int limit) {
    return jdbc.sql(
            "select contact_id from contact where deleted_at <= ? order by deleted_at limit ?")
        .param(latestDue())
        .param(limit)
        .query((row, number) -> new ContactId(row.getString(1)))
        .list();
  }

  /** Locks a contact until the transaction ends; false if it was taken out meanwhile or is gone. */
  public boolean lockDue(ContactId contact) {
    return jdbc.sql("select 1 from contact where contact_id = ? and deleted_at <= ? for update")
        .param(contact.value())
        .param(latestDue())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private Timestamp latestDue() {
    return Timestamp.from(clock.instant().minus(settings.keep()));
  }

  /**
   * Removes the contact and all rows that hang on it. Its id is kept, so that a late copy of its
   * record does not bring it back.
   */
  public void erase(ContactId contact) {
    jdbc.sql(
            """
            insert into erased_contact (contact_id, erased_at) values (?, ?)
            on conflict (contact_id) do nothing
            """)
        .param(contact.value())
        .param(Timestamp.from(clock.instant()))
        .update();
    jdbc.sql("delete from contact where contact_id = ?").param(contact.value()).update();
    onlookers.publishEvent(new ContactChanged(contact, ContactChanged.Change.DELETED));
  }
}

package com.aftercall.bulk;

import com.aftercall.access.Caller;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.DeletionSettings;
import com.aftercall.live.PersonalEvent;
import com.aftercall.live.PersonalEventSource;
import com.aftercall.search.ContactFilter;
import com.aftercall.search.ContactSearch;
import com.aftercall.search.InvalidQuery;
import com.aftercall.storage.ObjectInput;
import com.aftercall.storage.ObjectStore;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts bulk actions, tells how far they are, and takes them back. */
@Component
public class BulkActions implements PersonalEventSource {

  /** How many contacts may be named one by one. */
  public static final int MOST_NAMED = 10_000;

  static final String EVENT = "bulk";

  private static final int MOST_LISTED = 20;

  /** Parts of a list's address that choose no contacts. */
  private static final Set<String> OF_LISTS = Set.of("view", "sort", "order", "limit", "cursor");

  private final BulkRows rows;
  private final ContactSearch search;
  private final ObjectStore objects;
  private final ObjectProvider<Scheduler> scheduler;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher onlookers;
  private final DeletionSettings deletion;
  private final InstantSource clock;

  BulkActions(
      BulkRows rows,
      ContactSearch search,
      ObjectStore objects,
      ObjectProvider<Scheduler> scheduler,
      TransactionTemplate transactions,
      ApplicationEventPublisher onlookers,
      DeletionSettings deletion,
      InstantSource clock) {
    this.rows = rows;
    this.search = search;
    this.objects = objects;
    this.scheduler = scheduler;
    this.transactions = transactions;
    this.onlookers = onlookers;
    this.deletion = deletion;
    this.clock = clock;
  }

  /**
   * Starts an action with contacts named one by one; the same contact twice counts once, and those
   * for which the caller may not do it are, to him, not there.
   */
  public BulkAction start(Caller caller, BulkKind kind, Collection<ContactId> contacts) {
    var id = UUID.randomUUID().toString();
    var visibility = caller.visibility(kind.permission());
    transactions.executeWithoutResult(
        status -> {
          rows.insert(id, caller.getName(), kind, contacts, visibility);
          schedule(id, id);
        });
    return require(id);
  }

  /**
   * Starts an action with the contacts that the filters of a list leave now.
   *
   * @param parameters of the list's address, decoded
   * @throws com.aftercall.search.InvalidQuery if a filter cannot be used
   */
  public BulkAction start(Caller caller, BulkKind kind, Map<String, List<String>> parameters) {
    var filter = ContactFilter.parse(parameters, OF_LISTS, caller.visibility(kind.permission()));
    var contacts =
        switch (String.join(",", parameters.getOrDefault("view", List.of("all")))) {
          case "all" -> search.ids(filter);
          case "deleted" -> search.ids(filter.inBin());
          // The view recent is a list of its owner's last contacts and not a choice among all.
          default ->
              throw new InvalidQuery(
                  "the view of a query can be all or deleted; name contacts of others by contactIds");
        };
    return start(caller, kind, contacts);
  }

  /** The caller's last ones, newest first. */
  public List<BulkAction> latest(String owner) {
    return rows.latest(owner, MOST_LISTED).stream().map(this::describe).toList();
  }

  /** One of the caller's. */
  public Optional<BulkAction> find(String owner, String id) {
    return rows.find(id).filter(row -> row.owner().equals(owner)).map(this::describe);
  }

  /** Stops it and takes back what can be; false if there is nothing to stop or take back. */
  public boolean undo(String id) {
    return transactions.execute(
        status -> {
          var row = rows.lock(id).filter(this::isUndoable);
          row.ifPresent(
              known -> {
                rows.setState(id, "undoing");
                schedule(id, id + "/undo");
              });
          return row.isPresent();
        });
  }

  /** What an export made, while it is kept; the caller closes it. */
  public Optional<ObjectInput> openFile(String id) {
    return rows.find(id)
        .flatMap(row -> Optional.ofNullable(row.fileKey()))
        .map(key -> objects.open(ExportFile.place(key)));
  }

  /** The instance differs for the undoing, because the action's own may not have ended yet. */
  private void schedule(String id, String instance) {
    scheduler
        .getObject()
        .scheduleIfNotExists(
            BulkTask.DESCRIPTOR.instance(instance).data(id).build(), clock.instant());
    rows.find(id)
        .ifPresent(row -> onlookers.publishEvent(new PersonalEvent(row.owner(), EVENT, id)));
  }

  private BulkAction require(String id) {
    return rows.find(id).map(this::describe).orElseThrow();
  }

  private BulkAction describe(BulkRows.Row row) {
    return rows.describe(row, isUndoable(row));
  }

  private boolean isUndoable(BulkRows.Row row) {
    var ended = row.endedAt();
    return row.state().equals("running")
        || (row.state().equals("complete")
            && row.kind() == BulkKind.DELETE
            && ended != null
            && clock.instant().isBefore(ended.plus(deletion.keep())));
  }

  @Override
  public String name() {
    return EVENT;
  }

  @Override
  public Optional<BulkAction> find(String id) {
    return rows.find(id).map(this::describe);
  }
}

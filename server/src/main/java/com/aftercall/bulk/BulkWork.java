package com.aftercall.bulk;

import com.aftercall.contact.Bin;
import com.aftercall.contact.ContactId;
import com.aftercall.live.PersonalEvent;
import com.aftercall.pipeline.ContactRetries;
import com.aftercall.storage.ObjectStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what a bulk action says, some contacts in a transaction that notes them as done too; so a
 * server that takes it up after another died goes on where that one was.
 */
@Component
class BulkWork {

  private static final int CHUNK = 100;
  private static final Duration KEEP_FILES = Duration.ofDays(1);
  private static final Duration KEEP_ACTIONS = Duration.ofDays(30);

  private final BulkRows rows;
  private final Bin bin;
  private final ContactRetries retries;
  private final Exports exports;
  private final ObjectStore objects;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher onlookers;
  private final InstantSource clock;

  BulkWork(
      BulkRows rows,
      Bin bin,
      ContactRetries retries,
      Exports exports,
      ObjectStore objects,
      TransactionTemplate transactions,
      ApplicationEventPublisher onlookers,
      InstantSource clock) {
    this.rows = rows;
    this.bin = bin;
    this.retries = retries;
    this.exports = exports;
    this.objects = objects;
    this.transactions = transactions;
    this.onlookers = onlookers;
    this.clock = clock;
  }

  /** Returns when the action has ended; one that has ended already is no work. */
  void run(String id) {
    var row = rows.find(id).orElse(null);
    if (row == null) {
      return;
    }
    if (row.kind() == BulkKind.EXPORT && row.state().equals("running")) {
      export(row);
    }
    while (Boolean.TRUE.equals(transactions.execute(status -> goOn(id)))) {
      tell(row);
    }
    tell(row);
  }

  private void tell(BulkRows.Row row) {
    onlookers.publishEvent(new PersonalEvent(row.owner(), BulkActions.EVENT, row.id()));
  }

  /** False when there is nothing more to do. */
  private boolean goOn(String id) {
    var row = rows.lock(id).orElseThrow();
    return switch (row.state()) {
      case "running" -> perform(row);
      case "undoing" -> takeBack(row);
      default -> false;
    };
  }

  private boolean perform(BulkRows.Row row) {
    var chunk = rows.next(row.id(), "waiting", row.kind() == BulkKind.REANALYZE ? 1 : CHUNK);
    if (chunk.isEmpty()) {
      rows.end(row.id(), "complete", row.fileKey());
      return false;
    }
    switch (row.kind()) {
      case DELETE -> note(row, chunk, bin.put(chunk.keySet()));
      case RESTORE -> note(row, chunk, bin.takeOut(chunk.keySet()));
      case REANALYZE -> chunk.forEach((contact, place) -> reanalyze(row, contact, place));
      // Its file is made apart; what is waiting here waits for that.
      case EXPORT -> {
        return false;
      }
    }
    return true;
  }

  private void note(BulkRows.Row row, Map<ContactId, Integer> chunk, Bin.Outcome outcome) {
    chunk.forEach(
        (contact, place) -> {
          if (outcome.missing().contains(contact)) {
            rows.settle(row.id(), place, "failed", BulkRows.MISSING);
          } else {
            var changed = outcome.changed().contains(contact);
            rows.settle(row.id(), place, changed ? "changed" : "done", null);
          }
        });
  }

  private void reanalyze(BulkRows.Row row, ContactId contact, int place) {
    switch (retries.reanalyze(contact)) {
      case SCHEDULED -> rows.settle(row.id(), place, "changed", null);
      // A source is asked for by swaps alone.
      case NO_CONTACT, NO_SOURCE -> rows.settle(row.id(), place, "failed", BulkRows.MISSING);
      case AT_WORK ->
          rows.settle(row.id(), place, "failed", "It is at work now; analyze it again later.");
    }
  }

  private boolean takeBack(BulkRows.Row row) {
    var chunk =
        row.kind() == BulkKind.DELETE
            ? rows.next(row.id(), "changed", CHUNK)
            : Map.<ContactId, Integer>of();
    if (chunk.isEmpty()) {
      rows.end(row.id(), "undone", null);
      return false;
    }
    Set<ContactId> missing = bin.takeOut(chunk.keySet()).missing();
    chunk.forEach(
        (contact, place) ->
            rows.settle(
                row.id(),
                place,
                missing.contains(contact) ? "failed" : "done",
                missing.contains(contact) ? "It was erased before it could be taken back." : null));
    return true;
  }

  private void export(BulkRows.Row row) {
    rows.beginAnew(row.id());
    try (var file = exports.begin(row.id(), row.words())) {
      var chunk = rows.next(row.id(), "waiting", CHUNK);
      while (!chunk.isEmpty() && isRunning(row)) {
        var written = file.add(chunk.keySet());
        chunk.forEach(
            (contact, place) ->
                rows.settle(
                    row.id(),
                    place,
                    written.contains(contact) ? "changed" : "failed",
                    written.contains(contact) ? null : BulkRows.MISSING));
        tell(row);
        chunk = rows.next(row.id(), "waiting", CHUNK);
      }
      if (isRunning(row)) {
        keep(row.id(), file.finish());
      }
    }
  }

  /** Ends an export with its file, which is of no use if somebody has stopped it meanwhile. */
  private void keep(String id, String file) {
    transactions.executeWithoutResult(
        status -> {
          if (rows.lock(id).filter(now -> now.state().equals("running")).isPresent()) {
            rows.end(id, "complete", file);
          } else {
            objects.delete(ExportFile.place(file));
          }
        });
  }

  private boolean isRunning(BulkRows.Row row) {
    return rows.find(row.id()).filter(now -> now.state().equals("running")).isPresent();
  }

  /** Removes files that were there for a day, and actions that ended long ago. */
  void tidy() {
    for (var row : rows.withFileBefore(clock.instant().minus(KEEP_FILES))) {
      var key = row.fileKey();
      if (key != null) {
        objects.delete(ExportFile.place(key));
      }
      rows.forgetFile(row.id());
    }
    rows.deleteBefore(clock.instant().minus(KEEP_ACTIONS));
  }
}

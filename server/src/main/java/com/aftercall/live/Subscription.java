package com.aftercall.live;

import com.aftercall.contact.ContactId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connected caller. Events wait in a line of limited length; a caller who is slower than that
 * is told that much has changed, and nobody waits for him.
 */
public final class Subscription implements AutoCloseable {

  private static final int ROOM = 200;

  private final String owner;
  private final @Nullable ContactId only;
  private final Consumer<Subscription> onClose;
  private final BlockingQueue<LiveEvent> line = new LinkedBlockingQueue<>(ROOM);
  private volatile boolean closed;

  Subscription(String owner, @Nullable ContactId only, Consumer<Subscription> onClose) {
    this.owner = owner;
    this.only = only;
    this.onClose = onClose;
  }

  /** Waits for the next event; empty if none comes in this time, or nothing will come any more. */
  public Optional<LiveEvent> next(Duration longest) throws InterruptedException {
    return closed
        ? Optional.empty()
        : Optional.ofNullable(line.poll(longest.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Whether events can still come. */
  public boolean isOpen() {
    return !closed;
  }

  /** A second call does nothing. */
  @Override
  public void close() {
    closed = true;
    onClose.accept(this);
    // Wakes whoever waits; nobody reads what it says.
    line.offer(LiveEvent.ofMany());
  }

  void tell(Notice notice) {
    if (notice.many()) {
      add(LiveEvent.ofMany());
    }
    notice.changes().stream()
        .filter(change -> only == null || only.value().equals(change.contactId()))
        .forEach(change -> add(LiveEvent.of(change)));
  }

  /** Whether an event of this owner is for this caller. */
  boolean wants(PersonalEvent event) {
    return only == null && owner.equals(event.owner());
  }

  void add(LiveEvent event) {
    if (line.offer(event)) {
      return;
    }
    line.clear();
    line.add(LiveEvent.ofMany());
  }
}

package com.aftercall.live;

import com.aftercall.access.Reach;
import com.aftercall.access.Visibility;
import com.aftercall.contact.ContactId;
import java.time.Duration;
import java.util.Map;
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
  private final Visibility visibility;
  private final @Nullable ContactId only;
  private final Consumer<Subscription> onClose;
  private final BlockingQueue<LiveEvent> line = new LinkedBlockingQueue<>(ROOM);
  private volatile boolean closed;

  Subscription(
      String owner,
      Visibility visibility,
      @Nullable ContactId only,
      Consumer<Subscription> onClose) {
    this.owner = owner;
    this.visibility = visibility;
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

  /** Whether only contacts of some agent are told of. */
  boolean isLimited() {
    return visibility.contacts() != Reach.ALL;
  }

  /**
   * @param agents of the notice's contacts, if anybody needs to know
   */
  void tell(Notice notice, Map<String, String> agents) {
    if (notice.many()) {
      add(LiveEvent.ofMany());
    }
    notice.changes().stream()
        .filter(change -> only == null || only.value().equals(change.contactId()))
        .filter(change -> visibility.covers(visibility.contacts(), agents.get(change.contactId())))
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

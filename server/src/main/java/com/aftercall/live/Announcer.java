package com.aftercall.live;

import com.aftercall.contact.ContactChanged;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells all nodes, through PostgreSQL, what changed on this one. Whoever changes something only
 * adds to a set; a thread of its own sends a notice when the changes of a quarter of a second are
 * together, so that work on contacts never waits for it.
 */
@Component
class Announcer implements SmartLifecycle {

  static final String CHANNEL = "aftercall_live";

  private static final Logger log = LoggerFactory.getLogger(Announcer.class);

  private static final Duration TOGETHER = Duration.ofMillis(250);

  /** While many contacts change, everybody who looks at a list asks for it as often as this. */
  private static final Duration BETWEEN_MANY = Duration.ofSeconds(1);

  private final JdbcClient jdbc;
  private final PendingChanges pending = new PendingChanges();
  private volatile @Nullable Thread sender;

  Announcer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void changed(ContactChanged event) {
    pending.add(event);
  }

  @TransactionalEventListener(fallbackExecution = true)
  void changed(PersonalEvent event) {
    pending.add(event);
  }

  @Override
  public void start() {
    var thread = Thread.ofVirtual().name("announcer").unstarted(this::send);
    // Known before it starts: it ends as soon as it finds that it is not the running one.
    sender = thread;
    thread.start();
  }

  @Override
  public void stop() {
    var running = sender;
    sender = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return sender != null;
  }

  private void send() {
    try {
      while (isRunning()) {
        pending.awaitSome();
        Thread.sleep(TOGETHER);
        var notice = pending.take();
        if (!sent(notice) || notice.many()) {
          Thread.sleep(BETWEEN_MANY);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean sent(Notice notice) {
    try {
      // A statement of its own: commits of notices stand in one line across the whole database.
      jdbc.sql("select pg_notify(?, ?)").params(CHANNEL, notice.toPayload()).query().listOfRows();
      return true;
    } catch (RuntimeException e) {
      // Whatever it was: without this thread nothing of this node would be told any more.
      log.warn(
          "Live updates could not be sent ({}); they are sent again in {} s",
          e.getClass().getSimpleName(),
          BETWEEN_MANY.toSeconds());
      pending.putBack(notice);
      return false;
    }
  }
}

package com.aftercall.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what all nodes tell, this one included, on one connection of its own. When that breaks,
 * another is made, and callers are told that anything may have changed meanwhile.
 */
@Component
class NoticeListener implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(NoticeListener.class);

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** A connection that died without a word is found out by then. */
  private static final Duration CHECK = Duration.ofSeconds(10);

  private final DataSource database;
  private final Subscriptions subscriptions;
  private final InstantSource clock;
  private volatile @Nullable Thread listener;

  NoticeListener(DataSource database, Subscriptions subscriptions, InstantSource clock) {
    this.database = database;
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  @Override
  public void start() {
    var thread = Thread.ofVirtual().name("live").unstarted(this::run);
    // Known before it starts: it ends as soon as it finds that it is not the running one.
    listener = thread;
    thread.start();
  }

  /** Ends all connections of callers as well; else the web server would wait for them. */
  @Override
  public void stop() {
    var running = listener;
    listener = null;
    subscriptions.closeAll();
    try {
      if (running != null) {
        running.join(LOOK.multipliedBy(2));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return listener != null;
  }

  private void run() {
    while (isRunning()) {
      try (var connection = database.getConnection()) {
        hear(connection);
      } catch (SQLException | RuntimeException e) {
        // Whatever it was: without this thread nobody on this node would hear anything any more.
        if (isRunning()) {
          log.warn(
              "Live updates are not heard ({}); the database is asked again in {} s",
              e.getClass().getSimpleName(),
              PAUSE.toSeconds());
          pause();
        }
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    execute(connection, "listen " + Announcer.CHANNEL);
    subscriptions.tell(Notice.ofMany());
    var notices = connection.unwrap(PGConnection.class);
    var checkAt = clock.instant().plus(CHECK);
    while (isRunning()) {
      var heard = notices.getNotifications((int) LOOK.toMillis());
      for (var i = 0; heard != null && i < heard.length; i++) {
        subscriptions.tell(Notice.ofPayload(heard[i].getParameter()));
      }
      checkAt = check(connection, checkAt);
    }
    execute(connection, "unlisten *");
  }

  private Instant check(Connection connection, Instant due) throws SQLException {
    var now = clock.instant();
    if (now.isBefore(due)) {
      return due;
    }
    execute(connection, "select 'listening'");
    return now.plus(CHECK);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

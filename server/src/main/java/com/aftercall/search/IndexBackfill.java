package com.aftercall.search;

import com.aftercall.contact.ContactId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes contacts into the lists that were transcribed by a version that had none of them. */
@Component
class IndexBackfill implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(IndexBackfill.class);

  private static final int BATCH = 200;

  private final ContactIndex index;
  private final JdbcClient jdbc;
  private volatile boolean stopping;

  IndexBackfill(ContactIndex index, JdbcClient jdbc) {
    this.index = index;
    this.jdbc = jdbc;
  }

  @EventListener
  void begin(ApplicationReadyEvent event) {
    Thread.ofVirtual().name("index-backfill").start(this);
  }

  @EventListener
  void stop(ContextClosedEvent event) {
    stopping = true;
  }

  /** Goes through the ids once, so one that fails is met once. */
  @Override
  public void run() {
    var last = "";
    var done = 0;
    try {
      for (var batch = missing(last); !batch.isEmpty() && !stopping; batch = missing(last)) {
        for (var id : batch) {
          refresh(id);
        }
        last = batch.getLast();
        done += batch.size();
      }
    } catch (RuntimeException e) {
      log.warn(
          "Taking earlier contacts into the lists broke off with {}; it goes on at the next start",
          e.getClass().getSimpleName());
    }
    if (done > 0) {
      log.info("{} contacts of an earlier version can be found by what was said now", done);
    }
  }

  private void refresh(String id) {
    if (stopping) {
      return;
    }
    try {
      index.refresh(new ContactId(id));
    } catch (RuntimeException e) {
      log.warn(
          "Contact {} is not found by what was said, because of {}; it is tried again at the next start",
          id,
          e.getClass().getSimpleName());
    }
  }

  private List<String> missing(String after) {
    return jdbc.sql(
            """
            select t.contact_id from transcript t join contact c on c.contact_id = t.contact_id
            where t.contact_id > ?
                and not exists (select 1 from contact_content s where s.number = c.number)
            order by t.contact_id limit ?
            """)
        .params(after, BATCH)
        .query((row, number) -> row.getString(1))
        .list();
  }
}

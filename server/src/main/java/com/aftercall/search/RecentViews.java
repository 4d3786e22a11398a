package com.aftercall.search;

import com.aftercall.contact.ContactId;
import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which contacts each viewer opened last. */
@Repository
public class RecentViews {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  RecentViews(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Notes that somebody opened a contact's page. */
  public void note(String viewer, ContactId contact) {
    jdbc.sql(
            """
            insert into contact_view (viewer, contact_id, viewed_at) values (?, ?, ?)
            on conflict (viewer, contact_id) do update set viewed_at = excluded.viewed_at
            """)
        .params(viewer, contact.value(), Timestamp.from(clock.instant()))
        .update();
  }
}

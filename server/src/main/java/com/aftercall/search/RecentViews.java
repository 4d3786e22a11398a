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

  /**
   * Notes that somebody opened a contact's page; false if the contact is gone. One that is being
   * erased is waited for, because nothing can be noted of it any more.
   */
  public boolean note(String viewer, ContactId contact) {
    return jdbc.sql(
                """
                insert into contact_view (viewer, contact_id, viewed_at)
                select ?, contact_id, ? from contact where contact_id = ? for key share
                on conflict (viewer, contact_id) do update set viewed_at = excluded.viewed_at
                """)
            .params(viewer, Timestamp.from(clock.instant()), contact.value())
            .update()
        > 0;
  }
}

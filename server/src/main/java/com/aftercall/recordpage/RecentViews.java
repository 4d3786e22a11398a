package com.aftercall.recordpage;

import com.aftercall.contact.ContactHeadline;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.Contacts;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which contacts each viewer opened last. */
@Repository
public class RecentViews {

  private final JdbcClient jdbc;
  private final Contacts contacts;
  private final InstantSource clock;

  RecentViews(JdbcClient jdbc, Contacts contacts, InstantSource clock) {
    this.jdbc = jdbc;
    this.contacts = contacts;
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

  /** The last ones, the latest first. */
  public List<ContactHeadline> of(String viewer, int limit) {
    var latest =
        jdbc.sql(
                """
                select contact_id from contact_view where viewer = ?
                order by viewed_at desc, contact_id limit ?
                """)
            .params(viewer, limit)
            .query((row, number) -> new ContactId(row.getString(1)))
            .list();
    return contacts.headlines(latest);
  }
}

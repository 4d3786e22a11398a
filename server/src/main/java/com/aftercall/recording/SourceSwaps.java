package com.aftercall.recording;

import com.aftercall.contact.ContactId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who speaks on which channel of all recordings of a source: those that share bucket and folder,
 * dates left out. What somebody said of one contact holds before this, and this before {@code
 * aftercall.recording.swapped-sources}.
 */
@Repository
public class SourceSwaps {

  /** Recordings with one channel have no sides. */
  private static final String OF_SOURCE =
      """
      from recording r
          join contact c on c.contact_id = r.contact_id
          left join channel_swap s on s.contact_id = r.contact_id
          left join source_swap o on o.source = r.source
      where r.source = :source and r.channels > 1
      """;

  private static final String CONFIGURED =
      """
      exists (select from unnest(:configured) as place
          where starts_with(r.bucket || '/' || r.object_key, place))
      """;

  private final JdbcClient jdbc;
  private final String[] configured;

  SourceSwaps(JdbcClient jdbc, RecordingSettings settings) {
    this.jdbc = jdbc;
    this.configured = settings.swappedSources().toArray(String[]::new);
  }

  /**
   * Says who speaks where, for all contacts of the source now and in future.
   *
   * @return the contacts whose sides are others than before, by id
   */
  public List<ContactId> set(String source, boolean swapped) {
    var changed =
        jdbc.sql(
                "select r.contact_id "
                    + OF_SOURCE
                    + " and s.swapped is null and coalesce(o.swapped, "
                    + CONFIGURED
                    + ") <> :swapped order by r.contact_id")
            .param("source", source)
            .param("configured", configured)
            .param("swapped", swapped)
            .query((row, number) -> new ContactId(row.getString(1)))
            .list();
    jdbc.sql(
            """
            insert into source_swap (source, swapped) values (?, ?)
            on conflict (source) do update set swapped = excluded.swapped
            """)
        .params(source, swapped)
        .update();
    return changed;
  }

  /**
   * How many other contacts of the source have it the other way round; those in the bin do not
   * count.
   */
  public int countOthers(String source, boolean swapped, ContactId contact) {
    return jdbc.sql(
            "select count(*) "
                + OF_SOURCE
                + " and c.deleted_at is null and r.contact_id <> :contact"
                + " and coalesce(s.swapped, o.swapped, "
                + CONFIGURED
                + ") <> :swapped")
        .param("source", source)
        .param("configured", configured)
        .param("swapped", swapped)
        .param("contact", contact.value())
        .query(Integer.class)
        .single();
  }
}

package com.aftercall.stream;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether contact flows set the attributes that switch our work on. */
@Component
class AttributeCheck implements Check {

  private static final Duration LOOK_BACK = Duration.ofDays(7);

  private final JdbcTemplate jdbc;
  private final InstantSource clock;

  AttributeCheck(JdbcTemplate jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Seen(long contacts, long asking, long misspelt) {}

  @Override
  public String id() {
    return "contact-attributes";
  }

  @Override
  public String title() {
    return "Contact attributes that ask for something";
  }

  @Override
  public Finding run() {
    var seen = look();
    var place = "contacts that came in the last 7 days";
    if (seen.contacts() == 0) {
      return Finding.warning(
          place,
          "There is none.",
          "Check that the contact center sends records, and the check of the streams.");
    }
    if (seen.asking() == 0) {
      var found =
          seen.misspelt() == 0
              ? "None of %d has an attribute that asks for something."
              : "None of %d asks for something; %d have such an attribute in other letters.";
      return Finding.warning(
          place,
          found.formatted(seen.contacts(), seen.misspelt()),
          "Set postcallRecordingImportEnabled and postcallTranscribeEnabled to true in the contact flow, spelt so.");
    }
    return Finding.ok(
        place, "%d of %d ask for something.".formatted(seen.asking(), seen.contacts()));
  }

  /** Names count with their case, as in the original; the value has to be {@code true}. */
  private Seen look() {
    return jdbc.query(
            """
        select count(*) as contacts,
            count(*) filter (where attributes @> '{"postcallRecordingImportEnabled": "true"}'
                or attributes @> '{"postcallRedactedRecordingImportEnabled": "true"}'
                or attributes @> '{"postcallTranscribeEnabled": "true"}'
                or attributes @> '{"postcallCTRImportEnabled": "true"}'
                or attributes @> '{"contactLensImportEnabled": "true"}') as asking,
            count(*) filter (where attributes::text ~* '"(postcall|contactlens)[a-z]*enabled"') as misspelt
        from contact where received_at > ?
        """,
            (row, number) ->
                new Seen(row.getLong("contacts"), row.getLong("asking"), row.getLong("misspelt")),
            Timestamp.from(clock.instant().minus(LOOK_BACK)))
        .getFirst();
  }
}

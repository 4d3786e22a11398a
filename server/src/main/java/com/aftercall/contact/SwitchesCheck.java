package com.aftercall.contact;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Both levels of switches: the operator's, and what contacts ask for. */
@Component
class SwitchesCheck implements Check {

  private final JdbcClient jdbc;
  private final Switches switches;

  SwitchesCheck(JdbcClient jdbc, Switches switches) {
    this.jdbc = jdbc;
    this.switches = switches;
  }

  /** How many contacts were looked at, and how many of them ask for what. */
  record Asked(long contacts, long recording, long transcript, long analysis, long contactLens) {

    boolean isNothing() {
      return recording + transcript + analysis + contactLens == 0;
    }
  }

  @Override
  public String id() {
    return "switches";
  }

  @Override
  public String title() {
    return "Switches of the installation and of contacts";
  }

  @Override
  public Finding run() {
    var asked =
        jdbc.sql(
                """
                select count(*) as contacts,
                    count(*) filter (where (wish ->> 'recordingImport')::boolean) as recording,
                    count(*) filter (where (wish ->> 'transcription')::boolean) as transcript,
                    count(*) filter (where jsonb_array_length(wish -> 'analysis') > 0) as analysis,
                    count(*) filter (where (wish ->> 'contactLensImport')::boolean) as contact_lens
                from (select plan -> 'requested' as wish from contact
                    where deleted_at is null and plan is not null
                    order by number desc limit ?) newest
                """)
            .param(SeenAttributes.NEWEST)
            .query(
                (row, number) ->
                    new Asked(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)))
            .single();
    return judge(asked, switches);
  }

  static Finding judge(Asked asked, Switches switches) {
    var lookedAt =
        "The switches, and the attributes of the newest %,d contacts.".formatted(asked.contacts());
    var off = new ArrayList<String>();
    var denied = new ArrayList<String>();
    note("Recording import", switches.recordingImport(), asked.recording(), off, denied);
    note("transcription", switches.transcribe(), asked.transcript(), off, denied);
    note("analysis", switches.analysis(), asked.analysis(), off, denied);
    note(
        "import from Contact Lens", switches.contactLensImport(), asked.contactLens(), off, denied);
    var found = found(asked, off);
    if (!denied.isEmpty()) {
      return Finding.warning(
          lookedAt,
          found,
          "Contacts ask for what is switched off here: %s. Switch it on under aftercall.switches, or"
                  .formatted(String.join(", ", denied))
              + " take the attribute out of the contact flow.");
    }
    return asked.contacts() > 0 && asked.isNothing()
        ? Finding.warning(
            lookedAt,
            found,
            "Set the attributes in the contact flow; the console's page Contact flow has the block.")
        : Finding.ok(lookedAt, found);
  }

  private static void note(
      String what, boolean on, long asked, List<String> off, List<String> denied) {
    if (!on) {
      off.add(what);
      if (asked > 0) {
        denied.add("%s (%,d)".formatted(what, asked));
      }
    }
  }

  private static String found(Asked asked, List<String> off) {
    return "%s. Contacts that ask for their recording: %,d, for a transcript: %,d, for analysis: %,d, for what Contact Lens found out: %,d."
        .formatted(
            off.isEmpty() ? "All are on" : "Switched off: " + String.join(", ", off),
            asked.recording(),
            asked.transcript(),
            asked.analysis(),
            asked.contactLens());
  }
}

package com.aftercall.pipeline;

import com.aftercall.contact.ContactId;
import com.aftercall.transcript.EndedTranscriptions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets a contact go on as soon as its transcript is there. */
@Component
class TranscriptWaker implements EndedTranscriptions.Listener {

  private final JdbcClient jdbc;
  private final ContactSchedule schedule;

  TranscriptWaker(JdbcClient jdbc, ContactSchedule schedule) {
    this.jdbc = jdbc;
    this.schedule = schedule;
  }

  @Override
  public void ended(ContactId contact) {
    var waiting =
        jdbc.sql(
                """
                update step_run set next_at = null
                where contact_id = ? and step = 'transcript' and state = 'waiting'
                """)
            .param(contact.value())
            .update();
    if (waiting > 0) {
      schedule.wake(contact);
    }
  }
}

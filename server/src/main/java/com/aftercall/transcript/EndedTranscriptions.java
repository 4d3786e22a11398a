package com.aftercall.transcript;

import com.aftercall.contact.ContactId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Passes on that a job elsewhere has ended, so that nobody has to wait for the next look at it. */
@Component
public class EndedTranscriptions {

  private final RemoteJobRows rows;
  private final List<Listener> listeners;

  EndedTranscriptions(RemoteJobRows rows, List<Listener> listeners) {
    this.rows = rows;
    this.listeners = List.copyOf(listeners);
  }

  /** Wants to know which contacts can go on. */
  public interface Listener {

    /** The contact's job has ended, well or not; may be told several times. */
    void ended(ContactId contact);
  }

  /** A job has ended; one that is not ours changes nothing. */
  public void ended(String jobName) {
    rows.findContact(jobName)
        .ifPresent(contact -> listeners.forEach(listener -> listener.ended(contact)));
  }
}

package com.aftercall.pipeline;

import com.aftercall.contact.Bin;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.Contacts;
import com.aftercall.failure.RetryableException;
import com.aftercall.recording.Recordings;
import com.aftercall.transcript.Transcripts;
import com.aftercall.waveform.Waveforms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The end of a contact's way: what lay in the bin for long enough is removed for good. */
@Component
class Erasure {

  private static final Logger log = LoggerFactory.getLogger(Erasure.class);

  private static final int BATCH = 500;

  private final Bin bin;
  private final Contacts contacts;
  private final Recordings recordings;
  private final Waveforms waveforms;
  private final Transcripts transcripts;
  private final ContactSchedule schedule;
  private final TransactionTemplate transactions;

  Erasure(
      Bin bin,
      Contacts contacts,
      Recordings recordings,
      Waveforms waveforms,
      Transcripts transcripts,
      ContactSchedule schedule,
      TransactionTemplate transactions) {
    this.bin = bin;
    this.contacts = contacts;
    this.recordings = recordings;
    this.waveforms = waveforms;
    this.transcripts = transcripts;
    this.schedule = schedule;
    this.transactions = transactions;
  }

  /** Erases what is due. What cannot be erased now is due again the next time. */
  void eraseDue() {
    var due = bin.due(BATCH);
    var erased = due.stream().filter(this::erase).count();
    while (erased > 0 && due.size() == BATCH) {
      due = bin.due(BATCH);
      erased = due.stream().filter(this::erase).count();
    }
  }

  /** False if the contact is at work, was taken out meanwhile, or the store does not answer. */
  private boolean erase(ContactId id) {
    try {
      return transactions.execute(
          status -> bin.lockDue(id) && !schedule.isPicked(id) && remove(id));
    } catch (RetryableException e) {
      log.warn(
          "Contact {} was not erased ({}); it is tried again at the next look into the bin",
          id,
          e.code());
      return false;
    }
  }

  /**
   * Files first: when the database then fails, the contact is still in the bin and this runs again,
   * while the other way round nobody would know of the files any more.
   */
  private boolean remove(ContactId id) {
    var contact = contacts.find(id).orElseThrow();
    transcripts.eraseFiles(contact);
    recordings.eraseFiles(contact);
    waveforms.eraseFiles(id);
    schedule.remove(id);
    bin.erase(id);
    log.info("Contact {} is erased", id);
    return true;
  }
}

package com.aftercall.transcript;

import com.aftercall.contact.ContactId;
import com.aftercall.storage.ObjectLocation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A transcription that is made elsewhere.
 *
 * @param contact whose recording is heard
 * @param work what is to be heard and how; another one needs another job
 * @param generation from 1; higher after a failure or when somebody wants it anew
 * @param state how far it is
 * @param startedAt when it was ordered, or null
 * @param looks how often it was asked for since
 * @param result the finished transcript, or null
 */
record RemoteJob(
    ContactId contact,
    String work,
    int generation,
    State state,
    @Nullable Instant startedAt,
    int looks,
    @Nullable ObjectLocation result) {

  private static final int LONGEST_ID = 150;

  /** How far a job is. */
  enum State {
    /** Not ordered yet. */
    NEW,
    /** Ordered, or about to be. */
    RUNNING,
    /** Its result is known. */
    DONE,
    /** Failed, or no longer wanted: the next one gets a name of its own. */
    SPENT
  }

  static RemoteJob first(ContactId contact, String work) {
    return new RemoteJob(contact, work, 1, State.NEW, null, 0, null);
  }

  RemoteJob next() {
    return new RemoteJob(contact, work, generation + 1, State.NEW, null, 0, null);
  }

  /** As if it had never been ordered. */
  RemoteJob asNew() {
    return new RemoteJob(contact, work, generation, State.NEW, null, 0, null);
  }

  RemoteJob lookedAt() {
    return new RemoteJob(contact, work, generation, state, startedAt, looks + 1, result);
  }

  RemoteJob doneWith(ObjectLocation transcript) {
    return new RemoteJob(contact, work, generation, State.DONE, startedAt, looks, transcript);
  }

  /**
   * Always the same for the same work and generation, so that an order that is given twice makes
   * one job. Begins with the contact's id, as names of the original did.
   */
  String name() {
    var id = contact.value().replaceAll("[^0-9a-zA-Z._-]", "-");
    var shortened = id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID);
    return shortened + "_" + hash(contact.value() + "\n" + work + "\n" + generation);
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

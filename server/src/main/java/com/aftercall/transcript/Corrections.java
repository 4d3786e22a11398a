package com.aftercall.transcript;

import com.aftercall.contact.ContactChanged;
import com.aftercall.contact.ContactId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people put right in turns. The engine's words stay stored as they are. */
@Component
public class Corrections {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Transcripts transcripts;
  private final CorrectionRows rows;
  private final TransactionTemplate transactions;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Corrections(
      Transcripts transcripts,
      CorrectionRows rows,
      TransactionTemplate transactions,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.transcripts = transcripts;
    this.rows = rows;
    this.transactions = transactions;
    this.clock = clock;
    this.events = events;
  }

  /** What became of a correction. */
  public sealed interface Result {

    /** The turn as it is now. */
    record Corrected(Turn turn) implements Result {}

    /** The contact has no such turn. */
    record NoTurn() implements Result {}

    /** The turn is not any more what the author saw. */
    record Overtaken() implements Result {}
  }

  /**
   * Who corrects.
   *
   * @param id of the token
   * @param name to be shown
   */
  public record Author(String id, String name) {}

  /**
   * Gives a turn a new wording; the same wording again is no correction.
   *
   * @param turn index in the transcript's turns
   * @param text the wording, whose white space becomes single spaces; null for the engine's
   * @param expected what the author saw, or null to correct whatever is there
   * @throws IllegalArgumentException with a sentence for the author if the text is refused
   */
  public Result correct(
      ContactId contact,
      int turn,
      @Nullable String text,
      @Nullable String expected,
      Author author) {
    var wording = text == null ? null : checked(text);
    var result =
        transactions.execute(status -> correctLocked(contact, turn, wording, expected, author));
    if (result instanceof Result.Corrected) {
      events.publishEvent(new ContactChanged(contact, ContactChanged.Change.TRANSCRIPT));
    }
    return result;
  }

  private Result correctLocked(
      ContactId contact,
      int index,
      @Nullable String text,
      @Nullable String expected,
      Author author) {
    // Against another correction and another transcription, until this one is stored.
    transcripts.lock(contact);
    var transcript = transcripts.find(contact).orElse(null);
    if (transcript == null || index < 0 || index >= transcript.heard().size()) {
      return new Result.NoTurn();
    }
    var shown = transcript.turns().get(index);
    if (expected != null && !expected.equals(shown.text())) {
      return new Result.Overtaken();
    }
    var heard = transcript.heard().get(index);
    var wording = text == null ? heard.turn().text() : text;
    if (wording.equals(shown.text())) {
      return new Result.Corrected(shown);
    }
    var correction =
        new Correction(
            heard.channel().index(),
            heard.turn().begin(),
            heard.turn().text(),
            wording,
            author.name(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    rows.add(contact, correction, author.id());
    return new Result.Corrected(heard.corrected(correction));
  }

  private static String checked(String text) {
    var wording = SPACES.matcher(text.strip()).replaceAll(" ");
    if (wording.isBlank() || wording.length() > Correction.MAX_LENGTH || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "A turn has 1 to %d characters, not all of them blank.".formatted(Correction.MAX_LENGTH));
    }
    return wording;
  }

  /**
   * A wording of a turn.
   *
   * @param text what it says
   * @param author a person, or the engine
   * @param at when it was written
   */
  public record Wording(String text, String author, Instant at) {

    /** Leaves the text out. */
    @Override
    public String toString() {
      return "Wording[by %s, %s]".formatted(author, at);
    }
  }

  /**
   * Every wording of a turn, the newest first and the engine's last; empty if there is no such
   * turn.
   */
  public Optional<List<Wording>> history(ContactId contact, int turn) {
    var transcript = transcripts.find(contact).orElse(null);
    if (transcript == null || turn < 0 || turn >= transcript.heard().size()) {
      return Optional.empty();
    }
    var heard = transcript.heard().get(turn);
    var wordings = new ArrayList<Wording>();
    for (var correction : rows.all(contact).reversed()) {
      if (correction.isOf(heard)) {
        wordings.add(new Wording(correction.text(), correction.author(), correction.at()));
      }
    }
    wordings.add(
        new Wording(
            heard.turn().text(), transcript.engine(), transcripts.requireStoredAt(contact)));
    return Optional.of(wordings);
  }
}

package com.aftercall.recording;

import com.aftercall.contact.ContactId;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.ObjectDescription;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what Contact Lens wrote about a contact. The names end with a time that nobody tells us, so
 * those of the contact are listed, in the folder of its day; the bucket is never listed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/adminguide/example-contact-lens-output-locations.html">Output
 *     file locations of Contact Lens</a>
 */
public final class ContactLensFiles {

  /** Contact Lens writes one or two a contact; the last of them by name is the newest. */
  private static final int MOST_LISTED = 1_000;

  private static final Pattern DAY = Pattern.compile("(?:^|/)(\\d{4})/(\\d{2})/(\\d{2})/[^/]+$");

  private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("uuuu/MM/dd");

  private final ObjectStore objects;

  /** Looks in this store. */
  public ContactLensFiles(ObjectStore objects) {
    this.objects = objects;
  }

  /** What Contact Lens writes. */
  public enum Kind {
    /** The analysis with the transcript as it was spoken. */
    ANALYSIS("Analysis/Voice/%s/%s_analysis_", ".json"),
    /** The analysis with the transcript without what is sensitive. */
    REDACTED_ANALYSIS("Analysis/Voice/Redacted/%s/%s_analysis_redacted_", ".json"),
    /** The audio without what is sensitive. */
    REDACTED_RECORDING("Analysis/Voice/Redacted/%s/%s_analysis_redacted_", ".wav");

    private final String beginning;
    private final String ending;

    Kind(String beginning, String ending) {
      this.beginning = beginning;
      this.ending = ending;
    }

    private ObjectLocation beginning(String bucket, ContactId contact, LocalDate day) {
      return new ObjectLocation(bucket, beginning.formatted(FOLDER.format(day), contact.value()));
    }

    private RetryableException missing(ObjectLocation beginning) {
      return switch (this) {
        case REDACTED_RECORDING ->
            new RetryableException(
                FailureCode.RECORDING_NOT_FOUND,
                "there is no object %s….wav (yet); Contact Lens writes it after its analysis, if redaction of audio is on in the contact flow"
                    .formatted(beginning));
        case ANALYSIS, REDACTED_ANALYSIS ->
            new RetryableException(
                FailureCode.CONTACT_LENS_NOT_FOUND,
                "there is no object %s….json (yet); Contact Lens writes it some minutes after the call, if its analysis%s is on in the contact flow"
                    .formatted(beginning, this == ANALYSIS ? "" : " with redaction"));
      };
    }
  }

  /**
   * The newest one of a contact.
   *
   * @param original where the contact record says that the recording is; its folder has the day
   * @throws RetryableException with {@code RECORDING_NOT_FOUND} or {@code CONTACT_LENS_NOT_FOUND}
   *     while there is none
   * @throws PermanentException with {@code RECORDING_LOCATION_INVALID} if there is no day
   */
  public ObjectDescription require(Kind kind, ContactId contact, ObjectLocation original) {
    var day = day(original).orElseThrow(() -> withoutDay(original));
    // Contact Lens may have finished a call of the last minutes of a day on the next one.
    return Stream.of(day, day.plusDays(1))
        .map(folder -> kind.beginning(original.bucket(), contact, folder))
        .flatMap(this::beginningWith)
        .filter(found -> found.location().key().endsWith(kind.ending))
        .max(Comparator.comparing(found -> found.location().fileName()))
        .orElseThrow(() -> kind.missing(kind.beginning(original.bucket(), contact, day)));
  }

  /** In one folder: nothing of those below belongs to the contact. */
  private Stream<ObjectDescription> beginningWith(ObjectLocation beginning) {
    return objects.list(beginning.bucket(), beginning.key(), "", MOST_LISTED).stream()
        .filter(found -> found.location().key().indexOf('/', beginning.key().length()) < 0);
  }

  private static Optional<LocalDate> day(ObjectLocation original) {
    var found = DAY.matcher(original.key());
    if (!found.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(found.group(1)),
              Integer.parseInt(found.group(2)),
              Integer.parseInt(found.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static PermanentException withoutDay(ObjectLocation original) {
    return new PermanentException(
        FailureCode.RECORDING_LOCATION_INVALID,
        "what Contact Lens writes lies in a folder of its day, and the recording's location %s has none; its key has to end with YYYY/MM/DD/name"
            .formatted(original));
  }
}

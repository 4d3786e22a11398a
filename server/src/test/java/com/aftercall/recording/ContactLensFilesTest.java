package com.aftercall.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.contact.ContactId;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.recording.ContactLensFiles.Kind;
import com.aftercall.storage.InMemoryObjectStore;
import com.aftercall.storage.ObjectLocation;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactLensFilesTest {

  private static final ContactId CONTACT = new ContactId("3f2a");

  private static final ObjectLocation ORIGINAL =
      ObjectLocation.parse(
          "calls/connect/alias/CallRecordings/2026/03/31/3f2a_20260331T23:58_UTC.wav");

  private final InMemoryObjectStore objects =
      new InMemoryObjectStore(InstantSource.fixed(Instant.EPOCH));

  private void has(String key) {
    objects.put(new ObjectLocation("calls", key), new ByteArrayInputStream(new byte[1]));
  }

  private String found() {
    return new ContactLensFiles(objects)
        .require(Kind.REDACTED_RECORDING, CONTACT, ORIGINAL)
        .location()
        .key();
  }

  @Test
  void newestOfTheContactOnTheDayOfTheRecordingIsFound() {
    var folder = "Analysis/Voice/Redacted/2026/03/31/";
    has(folder + "3f2a_analysis_redacted_2026-03-31T23:59:40Z.wav");
    has(folder + "3f2a_analysis_redacted_2026-03-31T23:59:50Z.wav");
    has(folder + "3f2a_analysis_redacted_2026-03-31T23:59:55Z.json");
    has(folder + "3f2a1_analysis_redacted_2026-03-31T23:59:59Z.wav");
    has("Analysis/Voice/2026/03/31/3f2a_analysis_2026-03-31T23:59:59Z.wav");

    assertThat(found()).isEqualTo(folder + "3f2a_analysis_redacted_2026-03-31T23:59:50Z.wav");
  }

  @Test
  void analysisIsTheOneThatIsNotRedactedUnlessThatIsWanted() {
    has("Analysis/Voice/2026/03/31/3f2a_analysis_2026-03-31T23:59:50Z.json");
    has("Analysis/Voice/2026/03/31/3f2a1_analysis_2026-03-31T23:59:59Z.json");
    has("Analysis/Voice/Redacted/2026/03/31/3f2a_analysis_redacted_2026-03-31T23:59:55Z.json");

    var files = new ContactLensFiles(objects);
    assertThat(files.require(Kind.ANALYSIS, CONTACT, ORIGINAL).location().fileName())
        .isEqualTo("3f2a_analysis_2026-03-31T23:59:50Z.json");
    assertThat(files.require(Kind.REDACTED_ANALYSIS, CONTACT, ORIGINAL).location().fileName())
        .isEqualTo("3f2a_analysis_redacted_2026-03-31T23:59:55Z.json");
  }

  @Test
  void missingAnalysisIsSaidToBeContactLens() {
    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(() -> new ContactLensFiles(objects).require(Kind.ANALYSIS, CONTACT, ORIGINAL))
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.CONTACT_LENS_NOT_FOUND))
        .withMessageContaining("calls/Analysis/Voice/2026/03/31/3f2a_analysis_");
  }

  @Test
  void analysisMayEndOnTheNextDay() {
    var key = "Analysis/Voice/Redacted/2026/04/01/3f2a_analysis_redacted_2026-04-01T00:01:00Z.wav";
    has(key);

    assertThat(found()).isEqualTo(key);
  }

  @Test
  void whileThereIsNoneItIsAskedForAgain() {
    has("Analysis/Voice/Redacted/2026/03/30/3f2a_analysis_redacted_2026-03-30T00:01:00Z.wav");

    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(this::found)
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.RECORDING_NOT_FOUND))
        .withMessageContaining("calls/Analysis/Voice/Redacted/2026/03/31/3f2a_analysis_redacted_");
  }

  @ParameterizedTest
  @ValueSource(strings = {"calls/3f2a.wav", "calls/2026/02/30/3f2a.wav", "calls/12026/03/12/a.wav"})
  void withoutADayInTheKeyNothingIsListed(String original) {
    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(
            () ->
                new ContactLensFiles(objects)
                    .require(Kind.REDACTED_RECORDING, CONTACT, ObjectLocation.parse(original)))
        .withMessageContaining("YYYY/MM/DD");
  }
}

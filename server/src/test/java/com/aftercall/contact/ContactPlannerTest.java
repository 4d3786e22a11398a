package com.aftercall.contact;

import static com.aftercall.contact.ContactAttributes.ANALYSIS;
import static com.aftercall.contact.ContactAttributes.CONTACT_LENS_IMPORT;
import static com.aftercall.contact.ContactAttributes.LANGUAGE;
import static com.aftercall.contact.ContactAttributes.RECORDING_IMPORT;
import static com.aftercall.contact.ContactAttributes.RECORD_IMPORT;
import static com.aftercall.contact.ContactAttributes.REDACTED_IMPORT;
import static com.aftercall.contact.ContactAttributes.TRANSCRIBE;
import static com.aftercall.contact.Decision.Kind.DO;
import static com.aftercall.contact.Decision.Kind.NOTHING_THERE;
import static com.aftercall.contact.Decision.Kind.NOT_REQUESTED;
import static com.aftercall.contact.Decision.Kind.REFUSED;
import static com.aftercall.contact.Decision.Kind.SWITCHED_OFF;
import static com.aftercall.contact.Feature.CUSTOM_ENTITIES;
import static com.aftercall.contact.Feature.DOMINANT_LANGUAGE;
import static com.aftercall.contact.Feature.KEY_PHRASES;
import static com.aftercall.contact.Feature.RECORDING;
import static com.aftercall.contact.Feature.SENTIMENT;
import static com.aftercall.contact.Feature.SYNTAX;
import static com.aftercall.contact.Feature.TRANSCRIPT;
import static com.aftercall.contact.Feature.WAVEFORM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The cases of the contact record's specification, by their numbers. Cases 8, 9 and 10 are about
 * deliveries, so {@code IntakeIT} has them.
 */
class ContactPlannerTest {

  private static final Switches ALL_ON = new Switches(true, true, true, true, true, false);

  @Test
  void case01SampleAsGivenAsksForAllButCustomEntities() throws RejectedRecord {
    var plan = plan(SampleRecord.asGiven());

    assertThat(done(plan))
        .containsExactly(
            RECORDING, WAVEFORM, TRANSCRIPT, SENTIMENT, KEY_PHRASES, DOMINANT_LANGUAGE, SYNTAX);
    assertThat(plan.decision(CUSTOM_ENTITIES))
        .isEqualTo(new Decision(NOT_REQUESTED, ANALYSIS + " does not have the code ne."));
    assertThat(plan.requested().contactRecordImport()).isTrue();
    assertThat(plan.location()).isEqualTo(SampleRecord.LOCATION);
    assertThat(plan.language()).isEqualTo("en-US");
    assertThat(plan.complaint()).isEmpty();
  }

  @Test
  void case02WithoutAttributesNothingIsRequested() throws RejectedRecord {
    for (var record :
        List.of(
            SampleRecord.asGiven().without("Attributes"),
            SampleRecord.asGiven().with("Attributes", null),
            SampleRecord.asGiven().with("Attributes", Map.of()))) {
      var plan = plan(record);

      assertThat(plan.isWork()).isFalse();
      assertThat(plan.stateWithoutWork()).isEqualTo(ContactState.NOT_REQUESTED);
      assertThat(plan.reasonWithoutWork()).contains(RECORDING_IMPORT, TRANSCRIBE);
      assertThat(kinds(plan)).containsOnly(NOT_REQUESTED);
    }
  }

  @Test
  void case03WithoutRecordingTheReasonIsThatNativeRecordingWasOff() throws RejectedRecord {
    for (var record :
        List.of(
            SampleRecord.asGiven().with("Recording", null).with("Recordings", null),
            SampleRecord.asGiven().with("Recording", Map.of()).with("Recordings", List.of()))) {
      var plan = plan(record);

      assertThat(plan.isWork()).isFalse();
      assertThat(plan.stateWithoutWork()).isEqualTo(ContactState.FAILED);
      assertThat(plan.reasonWithoutWork())
          .contains("native recording was off", "newer record", "planned again");
      assertThat(plan.decision(SENTIMENT).reason()).startsWith("No transcript: ");
    }
    assertThat(plan(SampleRecord.asGiven()).isWork()).as("a newer version that names one").isTrue();
  }

  @Test
  void case04DeletedRecordingIsSaidToBeDeleted() throws RejectedRecord {
    var deleted = new HashMap<String, @Nullable String>();
    deleted.put("Location", null);
    deleted.put("Status", "DELETED");
    deleted.put("DeletionReason", "customer asked on +15555550123");
    var plan = plan(SampleRecord.asGiven().with("Recording", deleted).with("Recordings", null));

    assertThat(plan.decision(RECORDING).kind()).isEqualTo(REFUSED);
    assertThat(plan.reasonWithoutWork())
        .contains("was deleted", "reason")
        .as("free text of the contact center may be personal")
        .doesNotContain("+1555");

    deleted.put("DeletionReason", null);
    assertThat(
            plan(SampleRecord.asGiven().with("Recording", deleted).with("Recordings", null))
                .reasonWithoutWork())
        .isEqualTo("The contact record says that the recording was deleted.");
  }

  @Test
  void case05OfIvrAndAgentTheAgentsLegIsTheMainOne() throws RejectedRecord {
    var plan =
        plan(
            SampleRecord.asGiven()
                .with("Recording", null)
                .with("Recordings", List.of(audio("b/ivr.wav"), audio("b/agent.wav"))));

    assertThat(plan.location()).isEqualTo("b/agent.wav");
    assertThat(plan.does(RECORDING)).isTrue();
  }

  @Test
  void case06WithoutLanguageTheOperatorsDefaultIsTakenOrTheReasonIsGiven() throws RejectedRecord {
    var record = SampleRecord.asGiven().withoutAttribute(LANGUAGE);

    assertThat(new ContactPlanner(ALL_ON, new PlanSettings("de-DE")).plan(record.read()).language())
        .isEqualTo("de-DE");
    var plan = plan(record);
    assertThat(plan.decision(TRANSCRIPT).kind()).isEqualTo(REFUSED);
    assertThat(plan.decision(TRANSCRIPT).reason()).contains(LANGUAGE, "default-language");
    assertThat(done(plan)).as("the audio needs no language").containsExactly(RECORDING, WAVEFORM);
    assertThat(plan.complaint()).isPresent();
  }

  @Test
  void case07AnalysisWithoutTranscriptionNeedsTranscription() throws RejectedRecord {
    var plan = plan(SampleRecord.asGiven().withoutAttribute(TRANSCRIBE));

    assertThat(done(plan)).containsExactly(RECORDING, WAVEFORM);
    assertThat(plan.decision(TRANSCRIPT).kind()).isEqualTo(NOT_REQUESTED);
    assertThat(plan.decision(SENTIMENT))
        .isEqualTo(
            new Decision(
                REFUSED,
                "Analysis needs a transcript, and %s is not true on this contact."
                    .formatted(TRANSCRIBE)));
  }

  @Test
  void case11WithoutCustomerEndpointThePlanIsTheSame() throws RejectedRecord {
    assertThat(plan(SampleRecord.asGiven().with("CustomerEndpoint", null)))
        .isEqualTo(plan(SampleRecord.asGiven()));
  }

  @Test
  void case12UnknownFieldsAndValuesChangeNothing() throws RejectedRecord {
    var record =
        SampleRecord.asGiven()
            .with("BrandNew", Map.of("x", List.of(1, 2)))
            .with("InitiationMethod", "TELEPATHY")
            .with("DisconnectReason", "SUN_WENT_OUT");

    assertThat(plan(record)).isEqualTo(plan(SampleRecord.asGiven()));
  }

  @Test
  void case13ChatIsReadFromItsTranscript() throws RejectedRecord {
    var chat = Map.of("Location", "b/chat.json", "MediaStreamType", "CHAT", "Status", "AVAILABLE");
    var record =
        SampleRecord.asGiven()
            .with("Channel", "CHAT")
            .with("Recording", null)
            .withoutAttribute(LANGUAGE)
            .with("Recordings", List.of(chat));
    var plan = plan(record);

    assertThat(plan.location()).isEqualTo("b/chat.json");
    assertThat(plan.decision(RECORDING))
        .isEqualTo(new Decision(NOT_REQUESTED, "A chat has no recording."));
    assertThat(done(plan))
        .containsExactly(TRANSCRIPT, SENTIMENT, KEY_PHRASES, DOMINANT_LANGUAGE, SYNTAX);

    assertThat(plan(record.with("Recordings", List.of())).reasonWithoutWork())
        .isEqualTo("The contact record names no transcript of this chat.");
  }

  @Test
  void case14TransferChainIsKeptAndEachContactIsPlannedAlone() throws RejectedRecord {
    var record =
        SampleRecord.asGiven().with("InitialContactId", "first").with("PreviousContactId", "first");

    assertThat(record.read().chain())
        .isEqualTo(new ContactRecord.Chain(new ContactId("first"), new ContactId("first"), null));
    assertThat(plan(record)).isEqualTo(plan(SampleRecord.asGiven()));
  }

  @Test
  void case15AttributesOf32KilobytesInAllScriptsWork() throws RejectedRecord {
    var record = SampleRecord.asGiven();
    for (var i = 0; i < 32; i++) {
      record.attribute("größe-" + i, "日本語😀".repeat(60));
    }

    assertThat(plan(record)).isEqualTo(plan(SampleRecord.asGiven()));
    assertThat(record.read().attributes().find("größe-31")).contains("日本語😀".repeat(60));
  }

  @ParameterizedTest
  @CsvSource({
    // operator, contact, decision
    "true, true, DO",
    "true, false, NOT_REQUESTED",
    "false, true, SWITCHED_OFF",
    "false, false, NOT_REQUESTED"
  })
  void featureIsDoneOnlyIfOperatorAndContactWantIt(
      boolean operator, boolean contact, Decision.Kind expected) throws RejectedRecord {
    var recording =
        SampleRecord.asGiven()
            .with("Attributes", Map.of(RECORDING_IMPORT, Boolean.toString(contact)));
    assertThat(
            plan(new Switches(operator, true, true, true, true, false), recording)
                .decision(RECORDING)
                .kind())
        .isEqualTo(expected);

    var transcript =
        SampleRecord.asGiven()
            .with("Attributes", Map.of(TRANSCRIBE, Boolean.toString(contact), LANGUAGE, "en-US"));
    assertThat(
            plan(new Switches(true, operator, true, true, true, false), transcript)
                .decision(TRANSCRIPT)
                .kind())
        .isEqualTo(expected);

    var analysis =
        SampleRecord.asGiven()
            .with(
                "Attributes",
                Map.of(TRANSCRIBE, "true", LANGUAGE, "en-US", ANALYSIS, contact ? "snt" : "kw"));
    assertThat(
            plan(new Switches(true, true, operator, true, true, false), analysis)
                .decision(SENTIMENT)
                .kind())
        .isEqualTo(expected);
  }

  @Test
  void contactLensNeedsNeitherTheOtherAttributeNorALanguage() throws RejectedRecord {
    var record =
        SampleRecord.asGiven()
            .with("Attributes", Map.of(CONTACT_LENS_IMPORT, "true", ANALYSIS, "snt"));

    var plan = plan(record);

    assertThat(plan.contactLens()).isTrue();
    assertThat(done(plan)).containsExactly(RECORDING, WAVEFORM, TRANSCRIPT, SENTIMENT);
    assertThat(plan.decision(TRANSCRIPT).reason())
        .isEqualTo("Asked for by contactLensImportEnabled.");
  }

  @Test
  void whatContactLensWroteIsTakenWithoutTheRecording() throws RejectedRecord {
    var record = SampleRecord.asGiven().attribute(CONTACT_LENS_IMPORT, "true");
    var withoutRecordings = new Switches(false, true, true, true, true, false);

    assertThat(done(plan(withoutRecordings, record))).doesNotContain(RECORDING, WAVEFORM);
    assertThat(plan(withoutRecordings, record).decision(RECORDING).kind()).isEqualTo(SWITCHED_OFF);
    assertThat(plan(withoutRecordings, record).does(TRANSCRIPT)).isTrue();
    var deleted =
        plan(
            record.with(
                "Recording",
                Map.of("Location", SampleRecord.LOCATION, "Status", "DELETED", "Type", "AUDIO")));
    assertThat(deleted.decision(RECORDING).kind()).isEqualTo(REFUSED);
    assertThat(deleted.does(TRANSCRIPT)).isTrue();
    assertThat(plan(record.with("Recording", null).without("Recordings")).does(TRANSCRIPT))
        .isFalse();
  }

  @Test
  void withoutContactLensSwitchAnEngineMakesTheTranscriptIfThatIsAskedForToo()
      throws RejectedRecord {
    var off = new Switches(true, true, true, true, false, false);
    var alone = SampleRecord.asGiven().with("Attributes", Map.of(CONTACT_LENS_IMPORT, "true"));

    assertThat(plan(off, alone).contactLens()).isFalse();
    assertThat(plan(off, alone).decision(TRANSCRIPT))
        .isEqualTo(
            new Decision(
                SWITCHED_OFF,
                "Import from Contact Lens is switched off for the whole installation (ContactLensImportEnabled)."));
    var both = plan(off, SampleRecord.asGiven().attribute(CONTACT_LENS_IMPORT, "true"));
    assertThat(both.contactLens()).isFalse();
    assertThat(both.decision(TRANSCRIPT).reason())
        .isEqualTo("Asked for by postcallTranscribeEnabled.");
  }

  @Test
  void whatIsSwitchedOffNamesTheOriginalsParameter() throws RejectedRecord {
    var plan = plan(new Switches(false, false, true, true, true, false), SampleRecord.asGiven());

    assertThat(plan.isWork()).isFalse();
    assertThat(plan.decision(RECORDING).reason()).contains("PostcallRecordingImportEnabled");
    assertThat(plan.decision(TRANSCRIPT).reason()).contains("PostcallTranscribeEnabled");
    assertThat(plan.decision(SENTIMENT).kind()).isEqualTo(SWITCHED_OFF);
    assertThat(plan.stateWithoutWork())
        .as("the contact record was asked for and is there")
        .isEqualTo(ContactState.COMPLETE);
    assertThat(
            plan(
                    new Switches(false, false, true, true, true, false),
                    SampleRecord.asGiven().withoutAttribute(RECORD_IMPORT))
                .stateWithoutWork())
        .isEqualTo(ContactState.NOT_REQUESTED);
  }

  @Test
  void transcriptWithoutImportStillNeedsTheRecording() throws RejectedRecord {
    var plan = plan(SampleRecord.asGiven().withoutAttribute(RECORDING_IMPORT));

    assertThat(plan.decision(RECORDING)).isEqualTo(new Decision(DO, "The transcript needs it."));
    assertThat(plan.does(WAVEFORM)).isTrue();
  }

  @Test
  void contactThatNoAgentAnsweredIsCompleteAndSaysWhy() throws RejectedRecord {
    var plan =
        plan(
            SampleRecord.asGiven()
                .with("Agent", null)
                .with("Recording", null)
                .with("Recordings", null));

    assertThat(plan.decision(RECORDING).kind()).isEqualTo(NOTHING_THERE);
    assertThat(plan.stateWithoutWork()).isEqualTo(ContactState.COMPLETE);
    assertThat(plan.reasonWithoutWork()).startsWith("No agent answered this contact");
  }

  @Test
  void recordingInAVideoStreamIsRefused() throws RejectedRecord {
    var stream = Map.of("Location", "b/k", "StorageType", "KINESIS_VIDEO_STREAM");
    var plan =
        plan(SampleRecord.asGiven().with("Recording", null).with("Recordings", List.of(stream)));

    assertThat(plan.decision(RECORDING).kind()).isEqualTo(REFUSED);
    assertThat(plan.reasonWithoutWork()).contains("Kinesis");
  }

  @Test
  void redactedRecordingIsImportedWhereTheOtherOneIsNotAskedFor() throws RejectedRecord {
    var both = plan(SampleRecord.asGiven().attribute(REDACTED_IMPORT, "true"));
    assertThat(both.requested().redactedImport()).isFalse();

    var redacted =
        plan(
            SampleRecord.asGiven()
                .attribute(RECORDING_IMPORT, "false")
                .attribute(REDACTED_IMPORT, "true"));
    assertThat(redacted.requested().redactedImport()).isTrue();
    assertThat(redacted.decision(RECORDING))
        .isEqualTo(new Decision(DO, "Asked for by " + REDACTED_IMPORT + "."));
    assertThat(redacted.does(TRANSCRIPT)).isTrue();
  }

  @Test
  void noReasonHoldsAnythingPersonal() throws RejectedRecord {
    var record = SampleRecord.asGiven().attribute(LANGUAGE, "secret-language");
    for (var switches : List.of(ALL_ON, new Switches(false, false, false, false, true, false))) {
      for (var feature : Feature.values()) {
        assertThat(plan(switches, record).decision(feature).reason())
            .isNotBlank()
            .endsWith(".")
            .doesNotContain("+1555", "00001234", "secret-language");
      }
    }
  }

  private static Map<String, String> audio(String location) {
    return Map.of("Location", location, "MediaStreamType", "AUDIO", "Status", "AVAILABLE");
  }

  private static ContactPlan plan(SampleRecord record) throws RejectedRecord {
    return plan(ALL_ON, record);
  }

  private static ContactPlan plan(Switches switches, SampleRecord record) throws RejectedRecord {
    return new ContactPlanner(switches, new PlanSettings(null)).plan(record.read());
  }

  private static List<Feature> done(ContactPlan plan) {
    return Arrays.stream(Feature.values()).filter(plan::does).toList();
  }

  private static List<Decision.Kind> kinds(ContactPlan plan) {
    return Arrays.stream(Feature.values()).map(plan::decision).map(Decision::kind).toList();
  }
}

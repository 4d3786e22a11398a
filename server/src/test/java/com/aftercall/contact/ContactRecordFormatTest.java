package com.aftercall.contact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactRecordFormatTest {

  private static final String MINIMAL = "{\"ContactId\":\"c-1\"}";

  @Test
  void everyFieldOfTheSampleIsRead() throws RejectedRecord {
    var record =
        SampleRecord.asGiven()
            .with("InitialContactId", "first")
            .with("PreviousContactId", "before")
            .with("NextContactId", "after")
            .read();

    assertThat(record.contactId()).isEqualTo(new ContactId(SampleRecord.ID));
    assertThat(record.lastUpdate()).isEqualTo(Instant.parse("2026-03-12T10:12:30Z"));
    assertThat(record.channel()).isEqualTo("VOICE");
    assertThat(record.initiatedAt()).isEqualTo(Instant.parse("2026-03-12T10:03:20Z"));
    assertThat(record.customerAddress()).isEqualTo("+15555550123");
    assertThat(record.agent()).isEqualTo("jdoe");
    assertThat(record.agentConnected()).isTrue();
    assertThat(record.queue()).isEqualTo("Support");
    assertThat(record.instanceArn()).startsWith("arn:aws:connect:");
    assertThat(record.chain())
        .isEqualTo(
            new ContactRecord.Chain(
                new ContactId("first"), new ContactId("before"), new ContactId("after")));
    assertThat(record.attributes().values())
        .containsEntry("postcallTranscribeLanguage", "en-US")
        .containsEntry("sf_case_number", "00001234");
    assertThat(record.recording())
        .isEqualTo(
            new RecordingReference(SampleRecord.LOCATION, "AVAILABLE", "AUDIO", null, null, null));
    assertThat(record.recordings())
        .containsExactly(
            new RecordingReference(SampleRecord.LOCATION, "AVAILABLE", "AUDIO", null, "S3", null));
  }

  @Test
  void recordWithNothingButItsIdIsEnough() throws RejectedRecord {
    var record = read(MINIMAL);

    assertThat(record.lastUpdate()).isEqualTo(Instant.EPOCH);
    assertThat(record.channel()).isEqualTo("VOICE");
    assertThat(record.initiatedAt()).isNull();
    assertThat(record.customerAddress()).isNull();
    assertThat(record.agent()).isNull();
    assertThat(record.agentConnected()).isFalse();
    assertThat(record.queue()).isNull();
    assertThat(record.instanceArn()).isNull();
    assertThat(record.chain()).isEqualTo(new ContactRecord.Chain(null, null, null));
    assertThat(record.attributes().values()).isEmpty();
    assertThat(record.recording()).isNull();
    assertThat(record.recordings()).isEmpty();
  }

  @Test
  void nullMeansTheSameAsMissing() throws RejectedRecord {
    var record =
        read(
            """
            {"ContactId":"c-1","LastUpdateTimestamp":null,"Channel":null,"InitiationTimestamp":null,
             "CustomerEndpoint":null,"Agent":null,"Queue":null,"InstanceARN":null,
             "InitialContactId":null,"Attributes":null,"Recording":null,"Recordings":null}
            """);

    assertThat(record).isEqualTo(read(MINIMAL));
  }

  @Test
  void emptyObjectsAndArraysMeanTheSameAsMissing() throws RejectedRecord {
    var record =
        read(
            """
            {"ContactId":"c-1","CustomerEndpoint":{},"Agent":{},"Queue":{},"Attributes":{},
             "Recording":{},"Recordings":[],"InitialContactId":""}
            """);

    assertThat(record).isEqualTo(read(MINIMAL));
  }

  @Test
  void unknownFieldsAndValuesAreNoFault() throws RejectedRecord {
    var record =
        read(
            """
            {"ContactId":"c-1","Channel":"HOLOGRAM","NewIn2031":{"deep":[1,{"er":null}]},
             "Recordings":[{"Location":"b/k","Status":"ARCHIVED","MediaStreamType":"SMELL"}]}
            """);

    assertThat(record.channel()).isEqualTo("HOLOGRAM");
    assertThat(record.recordings())
        .containsExactly(new RecordingReference("b/k", "ARCHIVED", "SMELL", null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"ContactId\":17}|ContactId is a JSON number; it must be text",
        "{\"ContactId\":\"c\",\"Channel\":[]}|Channel is a JSON array; it must be text",
        "{\"ContactId\":\"c\",\"LastUpdateTimestamp\":1773310350}|LastUpdateTimestamp is a JSON number; it must be text",
        "{\"ContactId\":\"c\",\"Attributes\":[\"a\"]}|Attributes is a JSON array; it must be an object",
        "{\"ContactId\":\"c\",\"Attributes\":{\"k\":{\"x\":1}}}|attribute 'k' is a JSON object; attributes are text",
        "{\"ContactId\":\"c\",\"Agent\":\"Jo\"}|Agent is a JSON text; it must be an object",
        "{\"ContactId\":\"c\",\"Queue\":true}|Queue is a JSON boolean; it must be an object",
        "{\"ContactId\":\"c\",\"Recording\":\"b/k\"}|Recording is a JSON text; it must be an object",
        "{\"ContactId\":\"c\",\"Recording\":{\"Location\":{}}}|Location is a JSON object; it must be text",
        "{\"ContactId\":\"c\",\"Recordings\":{}}|Recordings is a JSON object; it must be an array",
        "{\"ContactId\":\"c\",\"Recordings\":[{},3]}|Recordings[1] is a JSON number; it must be an object",
        "{}|it has no ContactId; every contact record needs one",
        "{\"ContactId\":null}|it has no ContactId; every contact record needs one",
        "{\"ContactId\":\"\"}|it has no ContactId; every contact record needs one",
        "[]|it is a JSON array; a contact record is an object",
        "7|it is a JSON number; a contact record is an object"
      })
  void wrongKindIsNamed(String json, String reason) {
    assertThatExceptionOfType(RejectedRecord.class)
        .isThrownBy(() -> read(json))
        .withMessage(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a/b", "..", "a\\\\b", "a\\u0007"})
  void idThatCouldLeadElsewhereIsRefused(String id) {
    assertThatExceptionOfType(RejectedRecord.class)
        .isThrownBy(() -> read("{\"ContactId\":\"" + id + "\"}"))
        .withMessageStartingWith("its ContactId is not usable: ");
  }

  @Test
  void idOf256CharactersIsTakenAndOneMoreIsNot() throws RejectedRecord {
    var longest = "x".repeat(256);

    assertThat(read("{\"ContactId\":\"" + longest + "\"}").contactId().value()).isEqualTo(longest);
    assertThatExceptionOfType(RejectedRecord.class)
        .isThrownBy(() -> read("{\"ContactId\":\"" + longest + "x\"}"))
        .withMessageContaining("not 257");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2026-03-12",
        "2026-03-12T10:12:30",
        "2026-13-01T00:00:00Z",
        "1773310350",
        "+1000000-01-01T00:00:00Z",
        "-0044-03-15T12:00:00Z"
      })
  void timeThatCannotBeKeptIsRefusedAndNotGuessed(String time) {
    assertThatExceptionOfType(RejectedRecord.class)
        .isThrownBy(() -> SampleRecord.asGiven().lastUpdate(time).read())
        .withMessage("LastUpdateTimestamp is no time of the form 2026-03-12T10:04:11Z");
  }

  @Test
  void timesWithOffsetAndFractionAreTaken() throws RejectedRecord {
    var record = SampleRecord.asGiven().lastUpdate("2026-03-12T12:12:30.1234567+02:00").read();

    // PostgreSQL keeps six digits.
    assertThat(record.lastUpdate()).isEqualTo(Instant.parse("2026-03-12T10:12:30.123456Z"));
  }

  @Test
  void withoutLastUpdateTheLatestTimeInTheRecordIsTheVersion() throws RejectedRecord {
    var times =
        Map.of(
            "ConnectedToAgentTimestamp", "2026-03-12T10:00:00Z",
            "AfterContactWorkEndTimestamp", "2026-03-12T11:00:00Z");
    var record =
        SampleRecord.asGiven()
            .without("LastUpdateTimestamp")
            .with("InitiationTimestamp", "2026-03-12T09:00:00Z")
            .with("DisconnectTimestamp", "2026-03-12T10:30:00Z")
            .with("Agent", times);

    assertThat(record.read().lastUpdate()).isEqualTo(Instant.parse("2026-03-12T11:00:00Z"));
    assertThat(record.with("Agent", null).read().lastUpdate())
        .isEqualTo(Instant.parse("2026-03-12T10:30:00Z"));
    assertThat(record.without("DisconnectTimestamp").read().lastUpdate())
        .isEqualTo(Instant.parse("2026-03-12T09:00:00Z"));
  }

  @Test
  void attributesThatAreNumbersOrSwitchesCountAsTheirText() throws RejectedRecord {
    var record =
        read(
            "{\"ContactId\":\"c\",\"Attributes\":{\"n\":12.5,\"b\":true,\"no\":null,\"t\":\"x\"}}");

    assertThat(record.attributes().values()).isEqualTo(Map.of("n", "12.5", "b", "true", "t", "x"));
  }

  @Test
  void attributeKeysKeepTheirCase() throws RejectedRecord {
    var record =
        read("{\"ContactId\":\"c\",\"Attributes\":{\"PostcallTranscribeEnabled\":\"true\"}}");

    assertThat(Requested.by(record.attributes()).transcription()).isFalse();
  }

  @Test
  void invalidJsonIsNamedByItsPlaceAndNotQuoted() {
    assertThatExceptionOfType(RejectedRecord.class)
        .isThrownBy(() -> read("{\"ContactId\":\"c\",\n \"Secret\": hunter2}"))
        .withMessageContaining("line 2")
        .withMessageNotContaining("hunter2");
  }

  @Test
  void nestingWithoutEndIsRefusedLikeAnyOtherBadJson() {
    var deep = "{\"ContactId\":\"c\",\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";

    assertThatExceptionOfType(RejectedRecord.class).isThrownBy(() -> read(deep));
  }

  @Test
  void nulCharactersAreRefusedBecauseTheDatabaseCannotKeepThem() {
    for (var json :
        List.of("{\"ContactId\":\"c\",\"x\":\"\\u0000\"}", "{\"ContactId\":\"c\",\"x\":\"\0\"}")) {
      assertThatExceptionOfType(RejectedRecord.class)
          .isThrownBy(() -> AcceptedRecord.read(json.getBytes(UTF_8)))
          .withMessageContaining("NUL");
    }
  }

  @Test
  void agentsRecordingIsTheMainOneAmongSeveral() throws RejectedRecord {
    var ivr = Map.of("Location", "b/ivr.wav", "MediaStreamType", "AUDIO");
    var agent =
        Map.of("Location", "b/agent.wav", "MediaStreamType", "AUDIO", "ParticipantType", "Agent");
    var screen = Map.of("Location", "b/screen.mp4", "MediaStreamType", "VIDEO");

    assertThat(main(SampleRecord.asGiven().with("Recordings", List.of(ivr, agent))))
        .as("the older field names it")
        .isEqualTo(SampleRecord.LOCATION);
    var without = SampleRecord.asGiven().with("Recording", null);
    assertThat(main(without.with("Recordings", List.of(agent, ivr, screen))))
        .as("the one that says so")
        .isEqualTo("b/agent.wav");
    assertThat(
            main(without.with("Recordings", List.of(ivr, Map.of("Location", "b/2.wav"), screen))))
        .as("else the last one that may be audio")
        .isEqualTo("b/2.wav");
    assertThat(without.with("Recordings", List.of(screen)).read().mainRecording()).isEmpty();
  }

  @Test
  void nothingPersonalIsInTheTextOfARecord() throws RejectedRecord {
    assertThat(SampleRecord.asGiven().read().toString())
        .contains(SampleRecord.ID)
        .doesNotContain("5555550123", "00001234", "sf_case_number");
  }

  private static String main(SampleRecord record) throws RejectedRecord {
    return String.valueOf(record.read().mainRecording().orElseThrow().location());
  }

  private static ContactRecord read(String json) throws RejectedRecord {
    return ContactRecordFormat.read(json.getBytes(UTF_8));
  }

  @Test
  void holdsAreCountedAndOddOnesCountAsNone() throws RejectedRecord {
    assertThat(SampleRecord.asGiven().read().holds())
        .isEqualTo(new Holds(1, Duration.ofSeconds(35), Duration.ofSeconds(35)));
    assertThat(SampleRecord.asGiven().with("Agent", null).read().holds()).isEqualTo(Holds.NONE);
    assertThat(
            SampleRecord.asGiven()
                .with(
                    "Agent",
                    Map.of("NumberOfHolds", "many", "CustomerHoldDuration", -3, "Username", "a"))
                .read()
                .holds())
        .isEqualTo(Holds.NONE);
  }
}

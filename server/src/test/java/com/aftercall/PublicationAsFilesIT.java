package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.SampleRecord;
import com.aftercall.publication.SalesforceOrgDouble;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An org without a namespace that has fewer fields and other letters, into which files go as files,
 * the recording too, and where contacts are linked.
 */
@TestPropertySource(
    properties = {
      "aftercall.switches.publication=true",
      "aftercall.salesforce.login=client-credentials",
      "aftercall.publication.namespace=-",
      "aftercall.publication.files=file",
      "aftercall.publication.attach-recording=true",
      "aftercall.publication.recording-limit=300KB",
      "aftercall.publication.link.contact-field=Contact__c",
      "aftercall.publication.link.contact-by-number=true",
      "aftercall.publication.link.case-field=Case__c",
      "aftercall.publication.link.case-attribute=caseNumber",
      "aftercall.secrets.keep=0s"
    })
class PublicationAsFilesIT extends RunningServer {

  private static final String ANALYTICS = "AC_ContactChannelAnalytics__c";
  private static final Path PROGRAMS = Path.of("../interop/js").toAbsolutePath().normalize();

  private static final OrgAccess ACCESS = OrgAccess.make();
  private static final SalesforceOrgDouble ORG = OrgAccess.start("", ACCESS);
  private static final OrgRows ROWS = new OrgRows(ORG, "");

  private final byte[] audio = fixture("journey/recording-9s-8khz.wav");

  @DynamicPropertySource
  static void org(DynamicPropertyRegistry registry) {
    registry.add("aftercall.salesforce.host", () -> ORG.address().toString());
  }

  @BeforeAll
  void prepare() {
    ACCESS.store(api());
    ORG.tables.rename(ANALYTICS, "Sentiment__c", "SENTIMENT__c");
    ORG.tables.removeField(ANALYTICS, "NamedEntities__c");
    ORG.tables.alter(ANALYTICS, "ContactId__c", "externalId", false);
    ORG.tables.shorten(ANALYTICS, "Keywords__c", 20);
    ORG.tables.insert("Case", JsonMapper.shared().createObjectNode().put("CaseNumber", "00'1"));
    var sample = SampleRecord.asGiven().json();
    var number =
        JsonMapper.shared().readTree(sample).path("CustomerEndpoint").path("Address").asString();
    ORG.tables.insert("Contact", JsonMapper.shared().createObjectNode().put("Phone", number));
  }

  private JsonNode play(String id) {
    return play(id, audio);
  }

  private JsonNode play(String id, byte[] recording) {
    api().store("calls/" + id + ".wav", recording);
    api()
        .store("calls/" + id + ".transcribe.json", fixture("journey/recording-9s.transcribe.json"));
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", id)
                .recordedAt("calls/" + id + ".wav")
                .attribute("caseNumber", "00'1")
                .attribute("postcallTranscribeComprehendAnalysis", "snt,kw,dl,ne,syn"));
    return api().settled(id);
  }

  private static ObjectNode analytics(String contact) {
    return ROWS.analytics(contact);
  }

  private static List<ObjectNode> versions(String contact) {
    return ROWS.versions(contact);
  }

  @Test
  void filesAndRecordingAreFilesOfTheRecord() {
    play("files");

    assertThat(versions("files").stream().map(row -> row.path("Title").asString()))
        .containsExactlyInAnyOrder(
            "CustomerTranscripts.json",
            "AgentTranscripts.json",
            "ComprehendSyntax.json",
            "CallRecording.wav");
    assertThat(OrgRows.content(versions("files"), "Title", "CallRecording.wav", "VersionData"))
        .isEqualTo(audio);
  }

  @Test
  void recordingOverTheLimitIsNotAFileAndTheTimelineSaysSo() {
    var page = play("long", Arrays.copyOf(audio, 400_000));

    assertThat(page.path("state").asString()).isEqualTo("complete");
    assertThat(Api.step(page, "publication").path("message").asString())
        .contains(
            "The recording has 400,000 bytes, more than aftercall.publication.recording-limit, and was not attached.");
    assertThat(versions("long"))
        .extracting(row -> row.path("Title").asString())
        .hasSize(3)
        .doesNotContain("CallRecording.wav");
  }

  @Test
  void missingAndShortFieldsAreNamedAndLettersAreTheOrgs() {
    var page = play("fields");

    assertThat(Api.step(page, "publication").path("message").asString())
        .contains("Not in the org, or not for us to write: NamedEntities__c.")
        .contains("Cut to the length of the field: Keywords__c.");
    assertThat(analytics("fields").path("SENTIMENT__c").asString()).isNotEmpty();
    assertThat(analytics("fields").path("Keywords__c").asString()).hasSize(20);
  }

  @Test
  void contactAndCaseAreLinked() {
    play("linked");

    assertThat(analytics("linked").path("Contact__c").asString()).startsWith("003");
    assertThat(analytics("linked").path("Case__c").asString()).startsWith("500");
  }

  @Test
  void lostAnswersDoubleNoFile() {
    ORG.failNext(
        SalesforceOrgDouble.Fault.LOST_ANSWER,
        SalesforceOrgDouble.Fault.LOST_ANSWER,
        SalesforceOrgDouble.Fault.LOST_ANSWER);

    play("lost-files");

    assertThat(
            versions("lost-files").stream()
                .map(row -> row.path("ContentDocumentId").asString())
                .distinct())
        .hasSize(4);
  }

  @Test
  void jsforceReadsWhatIsThere() throws Exception {
    play("jsforce");
    var given = JsonMapper.shared().createObjectNode();
    given.put("address", ORG.address().toString());
    given.put("clientId", SalesforceOrgDouble.CONSUMER_KEY);
    given.put("clientSecret", SalesforceOrgDouble.CONSUMER_SECRET);
    given.put("object", ANALYTICS);
    given.put("contactId", "jsforce");
    given.put("recordingPath", "calls/jsforce.wav");

    var caller =
        new ProcessBuilder("node", "salesforce.mjs")
            .directory(PROGRAMS.toFile())
            .redirectErrorStream(true)
            .start();
    try (var input = caller.getOutputStream()) {
      input.write(given.toString().getBytes(StandardCharsets.UTF_8));
    }
    var said = new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(caller.waitFor(30, TimeUnit.SECONDS)).as("ended in time").isTrue();
    assertThat(caller.exitValue()).as(said).isZero();
  }
}

package com.aftercall;

import static com.aftercall.publication.SalesforceOrgDouble.Fault.EXPIRED;
import static com.aftercall.publication.SalesforceOrgDouble.Fault.LOST_ANSWER;
import static com.aftercall.publication.SalesforceOrgDouble.Fault.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aftercall.contact.SampleRecord;
import com.aftercall.publication.SalesforceOrgDouble;
import com.aftercall.publication.SalesforceOrgDouble.Fault;
import com.aftercall.publication.salesforce.SalesforceOrg;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Contacts are written into an org with the original's package, whatever goes wrong on the way. */
@TestPropertySource(
    properties = {
      "aftercall.switches.publication=true",
      "aftercall.salesforce.username=" + SalesforceOrgDouble.USERNAME,
      "aftercall.salesforce.timeout=3s",
      "aftercall.salesforce.limit-wait=3s",
      "aftercall.secrets.keep=0s"
    })
class PublicationIT extends RunningServer {

  private static final String ANALYTICS = "amazonconnect__AC_ContactChannelAnalytics__c";
  private static final String RECORD = "amazonconnect__AC_ContactTraceRecord__c";
  private static final String PUBLICATION = "publication";

  private static final OrgAccess ACCESS = OrgAccess.make();
  private static final SalesforceOrgDouble ORG = OrgAccess.start("amazonconnect", ACCESS);
  private static final OrgRows ROWS = new OrgRows(ORG, "amazonconnect__");

  private final byte[] audio = fixture("journey/recording-9s-8khz.wav");
  private final SalesforceOrg org;

  @Autowired
  PublicationIT(SalesforceOrg org) {
    this.org = org;
  }

  @DynamicPropertySource
  static void org(DynamicPropertyRegistry registry) {
    registry.add("aftercall.salesforce.host", () -> ORG.address().toString());
  }

  @BeforeAll
  void giveKey() {
    ACCESS.store(api());
    // As in older packages; that it is missing is not worth a word.
    ORG.tables.removeField(RECORD, "amazonconnect__DisconnectReason__c");
  }

  @BeforeEach
  void startAfresh() {
    ORG.calls.clear();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> api().get("/api/v1/publication").json().path("waiting").asInt() == 0);
  }

  @AfterEach
  void mend() {
    ORG.limit = 100_000;
    ORG.key = ACCESS.publicKey();
    ORG.tables.refuse(null);
  }

  private SampleRecord record(String id) {
    return SampleRecord.asGiven()
        .with("ContactId", id)
        .recordedAt("calls/" + id + ".wav")
        .attribute("postcallTranscribeComprehendAnalysis", "snt,kw,dl,ne,syn")
        .attribute("postcallCTRImportEnabled", "true");
  }

  private void hand(String id) {
    api().store("calls/" + id + ".wav", audio);
    api()
        .store("calls/" + id + ".transcribe.json", fixture("journey/recording-9s.transcribe.json"));
    api().hand(record(id));
  }

  private JsonNode play(String id) {
    hand(id);
    return api().settled(id);
  }

  private List<ObjectNode> of(String object, String contact) {
    return ROWS.of(object, contact);
  }

  private ObjectNode analytics(String contact) {
    return ROWS.analytics(contact);
  }

  private List<ObjectNode> attachments(String contact) {
    return ROWS.attachments(contact);
  }

  /** What the step of publication says now; nothing before the contact is planned. */
  private String said(String contact, String field) {
    return api()
        .page(contact)
        .path("steps")
        .valueStream()
        .filter(step -> step.path("name").asString().equals(PUBLICATION))
        .map(step -> step.path(field).asString(""))
        .findFirst()
        .orElse("");
  }

  private void assertWholeAndSingle(String id) {
    var page = api().settled(id);
    assertThat(page.path("state").asString())
        .as(page.path("reason").asString(""))
        .isEqualTo("complete");
    assertThat(analytics(id).path("amazonconnect__DominantLanguage__c").asString()).isEqualTo("en");
    assertThat(of(RECORD, id)).hasSize(1);
    assertThat(attachments(id).stream().map(row -> row.path("Name").asString()))
        .containsExactlyInAnyOrder(
            "CustomerTranscripts.json", "AgentTranscripts.json", "ComprehendSyntax.json");
  }

  @Test
  void fieldsAndFilesAreTheOriginals() {
    var page = play("published");

    var row = analytics("published");
    assertThat(row.path("amazonconnect__RecordingPath__c").asString())
        .isEqualTo("calls/published.wav");
    assertThat(row.path("amazonconnect__CustomerEndpointAddress__c").asString()).startsWith("+");
    assertThat(row.path("amazonconnect__InstanceId__c").asString())
        .isEqualTo("12345678-1234-4abc-8def-123456789012");
    assertThat(row.path("amazonconnect__Region__c").asString()).isEqualTo("us-east-1");
    assertThat(row.path("amazonconnect__Sentiment__c").asString())
        .matches("(POSITIVE|NEGATIVE|NEUTRAL|MIXED), 0\\.\\d+");
    assertThat(row.path("amazonconnect__Keywords__c").asString()).contains("silver kettle");
    assertThat(row.path("amazonconnect__NamedEntities__c").asString())
        .isEqualTo("silver kettle:PRODUCT");
    for (var attachment : attachments("published")) {
      var name = attachment.path("Name").asString();
      var ours = api().get("/api/v1/contacts/published/attachments/" + name).body();
      assertThat(Base64.getDecoder().decode(attachment.path("Body").asString()))
          .as(name)
          .isEqualTo(ours);
      assertThat(attachment.path("ContentType").asString()).isEqualTo("application/json");
    }
    assertThat(attachments("published"))
        .extracting(attachment -> attachment.path("Description").asString())
        .contains("Call Recording Transcription - Customer Side", "Comprehend Syntax");
    assertThat(Api.step(page, PUBLICATION).path("message").asString())
        .startsWith(ANALYTICS + " a00")
        .endsWith(" 9 fields, 3 files.");
  }

  @Test
  void contactLensIsWaitedForAndItsFieldsArePublished() {
    var recording = "calls/2026/03/12/lens.wav";
    api().store(recording, audio);
    api()
        .hand(
            SampleRecord.asGiven()
                .with("ContactId", "lens")
                .recordedAt(recording)
                .withoutAttribute("postcallTranscribeEnabled")
                .withoutAttribute("postcallTranscribeLanguage")
                .attribute("contactLensImportEnabled", "true"));
    await()
        .atMost(Duration.ofSeconds(10))
        .ignoreExceptionsMatching(AssertionError.class::isInstance) // no steps before it is planned
        .until(
            () -> Api.step(api().page("lens"), "transcript").path("code").asString(""),
            "CONTACT_LENS_NOT_FOUND"::equals);
    api()
        .store(
            "calls/Analysis/Voice/2026/03/12/lens_analysis_2026-03-12T10-14-05Z.json",
            fixture("transcript/contact-lens-call.json"));

    var page = api().settled("lens");

    assertThat(page.path("state").asString())
        .as(page.path("reason").asString(""))
        .isEqualTo("complete");
    assertThat(Api.step(page, "transcript").path("message").asString())
        .isEqualTo("Amazon Connect Contact Lens: 13 words in 2 turns.");
    var row = analytics("lens");
    assertThat(row.path("amazonconnect__DataSource__c").asString()).isEqualTo("Contact_Lens");
    assertThat(row.path("amazonconnect__ContactLensCustomerSentiment__c").doubleValue())
        .isEqualTo(3.1);
    assertThat(row.path("amazonconnect__ContactLensAgentSentiment__c").doubleValue()).isZero();
    assertThat(row.path("amazonconnect__ContactLensAgentInterruptions__c").asString())
        .startsWith("[{\"BeginOffsetMillis\": 10710, ");
    assertThat(row.has("amazonconnect__ContactLensCustomerInterruptions__c")).isFalse();
    assertThat(row.path("amazonconnect__ContactLensMatchedCategories__c").asString())
        .isEqualTo("Cancellation|Refund");
    assertThat(row.path("amazonconnect__ContactLensCustomerSentimentCurve__c").asString())
        .isEqualTo("S");
    assertThat(row.path("amazonconnect__ContactLensNonTalkTime__c").intValue()).isEqualTo(1172);
    assertThat(row.path("amazonconnect__ContactLensTalkSpeedCustomer__c").doubleValue())
        .isEqualTo(163.5);
    assertThat(attachments("lens"))
        .filteredOn(file -> file.path("Name").asString().equals("ContactLensTranscripts.json"))
        .singleElement()
        .satisfies(
            file ->
                assertThat(Base64.getDecoder().decode(file.path("Body").asString()))
                    .asString(StandardCharsets.UTF_8)
                    .startsWith("[{\"id\": \"t1\", \"participantId\": \"e9b36a6d\""));
  }

  @Test
  void contactRecordHasItsFieldsInTheirTypes() {
    play("record");

    var row = of(RECORD, "record").getFirst();
    assertThat(row.path("amazonconnect__AgentInteractionDuration__c").intValue()).isEqualTo(366);
    assertThat(row.path("amazonconnect__AgentUsername__c").asString()).isEqualTo("jdoe");
    assertThat(row.path("amazonconnect__Initiation_Method__c").asString()).isEqualTo("INBOUND");
    assertThat(row.path("amazonconnect__AgentHierarchyGroup__c").asString())
        .startsWith("{\"Level1\": {\"ARN\": \"arn:aws:connect:us-east-1:");
    assertThat(row.path("amazonconnect__Attributes__c").asString())
        .contains("\"postcallCTRImportEnabled\": \"true\"");
    assertThat(row.path("amazonconnect__Region__c").asString()).isEqualTo("us-east-1");
  }

  @Test
  void twoCallsForTheFirstPublicationAndNoneForTheSameRecordAgain() {
    play("warm");
    ORG.calls.clear();

    play("calls");
    assertThat(ORG.calls)
        .containsExactly(
            "POST /services/data/v62.0/composite", "POST /services/data/v62.0/composite");
    ORG.calls.clear();
    api().hand(record("calls"));
    api().settled("calls");

    assertThat(ORG.calls).isEmpty();
  }

  @Test
  void newerRecordIsWrittenIntoTheSameRows() {
    play("newer");
    api().hand(record("newer").lastUpdate("2026-03-13T00:00:00Z").with("DisconnectReason", null));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                of(RECORD, "newer")
                    .getFirst()
                    .path("amazonconnect__LastUpdateTimestamp__c")
                    .asString(),
            "2026-03-13T00:00:00Z"::equals);
    assertWholeAndSingle("newer");
  }

  @Test
  void recordingThatComesAfterItsRecordIsPublishedThen() {
    api().hand(record("late"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(Api.step(api().page("late"), "recording").path("code").asString(""))
                    .isEqualTo("RECORDING_NOT_FOUND"));
    assertThat(of(ANALYTICS, "late")).isEmpty();

    api().store("calls/late.transcribe.json", fixture("journey/recording-9s.transcribe.json"));
    api().store("calls/late.wav", audio);

    assertWholeAndSingle("late");
  }

  @Test
  void olderRecordDoesNotReplaceWhatAnotherSystemWrote() {
    var there = JsonMapper.shared().createObjectNode();
    there.put("amazonconnect__ContactId__c", "overtaken");
    there.put("amazonconnect__LastUpdateTimestamp__c", "2030-01-01T00:00:00Z");
    ORG.tables.insert(RECORD, there);

    var page = play("overtaken");

    assertThat(Api.step(page, "contactRecordPublication").path("message").asString())
        .startsWith("The org has a newer version");
    assertThat(of(RECORD, "overtaken").getFirst().has("amazonconnect__Channel__c")).isFalse();
    assertThat(analytics("overtaken").has("amazonconnect__Sentiment__c")).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void oneFaultOfTheOrgIsGotOver(Fault fault) {
    var id = "fault-" + fault.name().toLowerCase(java.util.Locale.ROOT);
    ORG.failNext(fault);

    play(id);

    assertWholeAndSingle(id);
  }

  @Test
  void answersLostOneAfterTheOtherDoubleNothing() {
    ORG.failNext(LOST_ANSWER, LOST_ANSWER, SILENCE, LOST_ANSWER);

    play("lost");

    assertWholeAndSingle("lost");
  }

  @Test
  void expiredTokenIsRenewedWithinTheSameAttempt() {
    play("before-expiry");
    ORG.failNext(EXPIRED);

    var page = play("expired");

    assertThat(Api.step(page, "contactRecordPublication").path("attempts").asInt()).isEqualTo(1);
    assertThat(ORG.calls).containsOnlyOnce("LOGIN");
  }

  @Test
  void revokedKeyIsSaidAndContactsGoOnOnceItIsMended() {
    play("before-revocation");
    ORG.key = null;
    ORG.failNext(EXPIRED);
    hand("revoked");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> said("revoked", "code"), "SALESFORCE_LOGIN_REFUSED"::equals);
    assertThat(Api.step(api().page("revoked"), PUBLICATION).path("message").asString())
        .isEqualTo("Salesforce refused the login: invalid_grant (authentication failure).");
    assertThat(api().get("/api/v1/publication").json().at("/trouble/code").asString())
        .isEqualTo("SALESFORCE_LOGIN_REFUSED");
    assertThat(ORG.grants)
        .as("the password is in the secret and is not tried")
        .isNotEmpty()
        .containsOnly("urn:ietf:params:oauth:grant-type:jwt-bearer");
    ORG.key = ACCESS.publicKey();

    assertWholeAndSingle("revoked");
  }

  @Test
  void reachedLimitIsWaitedForUntilATimeThatIsSaid() {
    play("before-limit");
    ORG.limit = ORG.used.get();
    hand("limited");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> said("limited", "message"),
            message ->
                message.matches(
                    "The org's daily limit of API calls is reached; it is tried again at \\d\\d:\\d\\d UTC\\."));
    ORG.limit = 100_000;

    assertWholeAndSingle("limited");
  }

  @Test
  void reserveIsLeftToOthers() {
    play("before-reserve");
    ORG.limit = ORG.used.get() * 100 / 95;
    hand("spared");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> said("spared", "message"),
            message -> message.startsWith("Only the reserve of the org's daily API calls is left"));
    ORG.limit = 100_000;

    assertWholeAndSingle("spared");
  }

  @Test
  void severalRecordsOfAContactAreNotMadeMore() {
    ORG.tables.alter(ANALYTICS, "amazonconnect__ContactId__c", "unique", false);
    var there = JsonMapper.shared().createObjectNode();
    there.put("amazonconnect__ContactId__c", "doubled");
    var oldest = ORG.tables.insert(ANALYTICS, there);
    ORG.tables.insert(ANALYTICS, there);

    var page = play("doubled");

    assertThat(Api.step(page, PUBLICATION).path("message").asString())
        .contains("several records of this contact; the oldest one was written");
    assertThat(of(ANALYTICS, "doubled")).hasSize(2);
    assertThat(of(ANALYTICS, "doubled").getFirst().path("Id").asString()).isEqualTo(oldest);
    assertThat(of(ANALYTICS, "doubled").getFirst().has("amazonconnect__Sentiment__c")).isTrue();
  }

  /** While we write, somebody else makes two, in an org whose external id is not unique. */
  private void twoRecordsAppearMeanwhile(String contact, boolean hidden) {
    ORG.tables.alter(ANALYTICS, "amazonconnect__ContactId__c", "unique", false);
    var there = JsonMapper.shared().createObjectNode().put("amazonconnect__ContactId__c", contact);
    ORG.afterNextCall(
        () -> {
          for (var number = 0; number < 2; number++) {
            var id = ORG.tables.insert(ANALYTICS, there);
            if (hidden) {
              ORG.tables.hide(id);
            }
          }
        });
  }

  @Test
  void externalIdOfSeveralRecordsIsLookedUpAgainAndNoThirdOneMade() {
    play("before-multiple-choices");
    twoRecordsAppearMeanwhile("multiple-choices", false);
    ORG.calls.clear();

    var page = play("multiple-choices");

    assertThat(page.path("state").asString()).isEqualTo("complete");
    assertThat(Api.step(page, PUBLICATION).path("message").asString())
        .contains("several records of this contact; the oldest one was written");
    assertThat(of(ANALYTICS, "multiple-choices")).hasSize(2);
    assertThat(of(ANALYTICS, "multiple-choices").getFirst().has("amazonconnect__Sentiment__c"))
        .isTrue();
    assertThat(ORG.calls).as("looked and refused, looked and written").hasSize(4);
    assertThat(of(RECORD, "multiple-choices")).hasSize(1);
  }

  @Test
  void recordsThatTheServersUserMayNotSeeAreSaidToBeThere() {
    play("before-hidden");
    twoRecordsAppearMeanwhile("hidden", true);

    hand("hidden");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> said("hidden", "code"), "SALESFORCE_SETUP_INCOMPLETE"::equals);
    assertThat(said("hidden", "message"))
        .contains("already has a record of this contact that the server's user may not see");
    assertThat(of(ANALYTICS, "hidden")).hasSize(2);
    assertThat(of(RECORD, "hidden")).hasSize(1);

    of(ANALYTICS, "hidden").forEach(row -> ORG.tables.delete(ANALYTICS, row.path("Id").asString()));
    assertWholeAndSingle("hidden");
  }

  @Test
  void refusedContactFailsAloneAndIsPublishedOnRequest() {
    ORG.tables.refuse("calls/refused.wav");

    var page = play("refused");

    assertThat(page.path("state").asString()).isEqualTo("failed");
    assertThat(Api.step(page, PUBLICATION).path("code").asString()).isEqualTo("SALESFORCE_REFUSED");
    assertThat(Api.step(page, PUBLICATION).path("message").asString())
        .isEqualTo(
            "Salesforce refused %s: FIELD_CUSTOM_VALIDATION_EXCEPTION (RecordingPath__c)."
                .formatted(ANALYTICS));
    assertThat(entries("failed", 50))
        .filteredOn(entry -> entry.path("contactId").asString().equals("refused"))
        .hasSize(2)
        .anyMatch(entry -> entry.path("step").asString().equals(PUBLICATION))
        .allSatisfy(
            entry -> {
              assertThat(entry.path("code").asString()).isEqualTo("SALESFORCE_REFUSED");
              assertThat(entry.path("message").asString()).contains("(RecordingPath__c)");
            });
    ORG.tables.refuse(null);
    assertThat(api().post("/api/v1/publication/retry", "").json().path("contacts").asInt())
        .isPositive();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> api().page("refused").path("state").asString(), "complete"::equals);

    assertWholeAndSingle("refused");
  }

  /** All of the list, page by page, each page as described. */
  private List<JsonNode> entries(String state, int pageSize) {
    var path = "/api/v1/publication/contacts";
    var described = new Described(api().get("/openapi").json());
    var found = new ArrayList<JsonNode>();
    String next = null;
    do {
      var cursor = next == null ? "" : "&cursor=" + next;
      var page =
          api().get("%s?state=%s&limit=%d%s".formatted(path, state, pageSize, cursor)).json();
      assertThat(described.faults("get", path, 200, "application/json", page)).isEmpty();
      page.path("items").forEach(found::add);
      next = page.path("next").asString(null);
    } while (next != null);
    return found;
  }

  @Test
  void listOfTheQueueGoesOnFromPageToPageAndRefusesWhatItDoesNotKnow() {
    ORG.tables.refuse("calls/page-1.wav");
    play("page-1");
    ORG.tables.refuse("calls/page-2.wav");
    play("page-2");

    var inPages = entries("failed", 1);

    assertThat(inPages).isEqualTo(entries("failed", 200)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(inPages.getFirst().path("contactId").asString()).isEqualTo("page-2");
    for (var query : List.of("state=done", "limit=0", "limit=201", "cursor=eA", "cursor=!")) {
      assertThat(api().get("/api/v1/publication/contacts?" + query).status())
          .as(query)
          .isEqualTo(400);
    }
    ORG.tables.refuse(null);
    api().post("/api/v1/publication/retry", "");
    for (var id : List.of("page-1", "page-2")) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> api().page(id).path("state").asString(), "complete"::equals);
      assertWholeAndSingle(id);
    }
  }

  @Test
  void deletedRecordIsMadeAnewWhenSomebodyAsks() {
    play("deleted");
    ORG.tables.delete(ANALYTICS, analytics("deleted").path("Id").asString());

    api().post("/api/v1/contacts/deleted/retry", "{\"step\": \"publication\"}");
    await().atMost(Duration.ofSeconds(30)).until(() -> of(ANALYTICS, "deleted").size() == 1);

    assertWholeAndSingle("deleted");
  }

  @Test
  void swappedSidesArePublishedAgain() {
    play("swapped");
    var before = analytics("swapped").path("amazonconnect__Keywords__c").asString();
    var files = attachments("swapped").stream().map(row -> row.path("Body").asString()).toList();

    api().put("/api/v1/contacts/swapped/channels", "{\"swapped\": true}");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> analytics("swapped").path("amazonconnect__Keywords__c").asString(),
            now -> !now.equals(before));

    assertWholeAndSingle("swapped");
    assertThat(attachments("swapped"))
        .extracting(row -> row.path("Body").asString())
        .doesNotContainSequence(files);
  }

  @Test
  void pausedPublicationWaitsAndGoesOn() {
    assertThat(
            api()
                .put("/api/v1/publication", "{\"paused\": true}")
                .json()
                .path("pausedSince")
                .isString())
        .isTrue();
    hand("paused");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> said("paused", "message"),
            message -> message.startsWith("Publication is paused"));
    assertThat(of(ANALYTICS, "paused")).isEmpty();
    assertThat(api().get("/api/v1/publication").json().path("pausedBy").asString())
        .isEqualTo("operator");
    assertThat(entries("waiting", 50))
        .extracting(entry -> entry.path("contactId").asString())
        .contains("paused");
    api().put("/api/v1/publication", "{\"paused\": false}");

    assertWholeAndSingle("paused");
  }

  @Test
  void whatOpensTheOrgIsNeverLogged() {
    play("private");

    assertThat(String.join("\n", LOGGED))
        .contains("PublicationIT")
        .doesNotContain("00Dxx!token")
        .doesNotContain(SalesforceOrgDouble.CONSUMER_KEY)
        .doesNotContain(SalesforceOrgDouble.PASSWORD)
        .doesNotContain("kettle");
  }

  @Test
  void objectIsDescribedToManyByOneCall() throws InterruptedException {
    org.forgetDescription(RECORD);
    try (var threads = Executors.newFixedThreadPool(8)) {
      threads.invokeAll(Collections.nCopies(8, () -> org.describe(RECORD)));
    }

    assertThat(ORG.calls).filteredOn(call -> call.endsWith(RECORD + "/describe")).hasSize(1);
  }
}

package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.publication.SalesforceOrgDouble;
import com.aftercall.publication.SalesforceOrgDouble.Fault;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the doctor says of an org, for everything that may be wrong there. */
@TestPropertySource(
    properties = {
      "aftercall.switches.publication=true",
      "aftercall.salesforce.username=" + SalesforceOrgDouble.USERNAME,
      "aftercall.secrets.keep=0s"
    })
class SalesforceDoctorIT extends RunningServer {

  private static final String ANALYTICS = "amazonconnect__AC_ContactChannelAnalytics__c";
  private static final String CREDENTIAL = "AwsGenerateAudioRecordingURL";

  private static final OrgAccess ACCESS = OrgAccess.make();
  private static final SalesforceOrgDouble ORG = OrgAccess.start("amazonconnect", ACCESS);

  @DynamicPropertySource
  static void org(DynamicPropertyRegistry registry) {
    registry.add("aftercall.salesforce.host", () -> ORG.address().toString());
  }

  @BeforeAll
  void giveKey() {
    ACCESS.store(api());
  }

  @BeforeEach
  void mend() {
    ORG.key = ACCESS.publicKey();
    ORG.limit = 100_000;
    ORG.used.set(0);
    ORG.behave();
    for (var object :
        new String[] {"PermissionSetAssignment", "PermissionSet", "NamedCredential"}) {
      ORG.tables.rows(object).forEach(row -> ORG.tables.delete(object, row.path("Id").asString()));
    }
  }

  private JsonNode check(String id) {
    return api().get("/api/v1/doctor?check=" + id).json().path("checks").path(0);
  }

  private void assertFinding(String id, String verdict, String... said) {
    var check = check(id);
    assertThat(check.path("verdict").asString()).as(check.toString()).isEqualTo(verdict);
    assertThat(check.path("found").asString() + " " + check.path("cure").asString(""))
        .contains(Arrays.asList(said));
    assertThat(check.path("cure").isNull())
        .as("a cure for " + check)
        .isEqualTo(verdict.equals("ok"));
  }

  private static String insert(String object, String... namesAndValues) {
    var row = JsonMapper.shared().createObjectNode();
    for (var at = 0; at < namesAndValues.length; at += 2) {
      row.put(namesAndValues[at], namesAndValues[at + 1]);
    }
    return ORG.tables.insert(object, row);
  }

  @Test
  void loginThatWorksTellsTheCallsThatAreUsed() {
    assertThat(check("salesforce-login").path("found").asString())
        .matches("The login works; \\d+ of 100,000 API calls of the last 24 hours are used\\.");
    assertFinding("salesforce-login", "ok", "The login works");
  }

  @Test
  void loginWorksForAUserWhoMayNotSeeTheLimits() {
    ORG.refuse("/limits", 403, "FORBIDDEN");

    assertFinding("salesforce-login", "ok", "The login works;", "API calls of the last 24 hours");
  }

  @Test
  void callsUsedUpToTheReserveAreAWarning() {
    ORG.used.set(95_000);

    assertFinding(
        "salesforce-login", "warning", "Only the reserve of 10 percent is left", "api-reserve");

    ORG.limit = ORG.used.get();
    assertFinding("salesforce-login", "failed", "daily limit of API calls is reached");
  }

  @Test
  void refusedLoginFailsWithSalesforcesWords() {
    ORG.key = null;
    ORG.failNext(Fault.EXPIRED);

    assertFinding(
        "salesforce-login",
        "failed",
        "invalid_grant (authentication failure)",
        "the certificate of the key");
  }

  @Test
  void orgThatDoesNotAnswerFails() {
    ORG.failNext(Fault.SILENCE, Fault.SILENCE);

    assertFinding("salesforce-login", "failed", "could not be reached", "SALESFORCE_UNAVAILABLE");
  }

  @Test
  void orgWithoutInterfaceForProgramsFails() {
    ORG.refuse("/limits", 403, "API_DISABLED_FOR_ORG");

    assertFinding("salesforce-login", "failed", "refuses its calls: API_DISABLED_FOR_ORG");
  }

  @Test
  void objectsAreWellMissingOrPartlyForUs() {
    assertFinding("salesforce-objects", "ok", "All fields are there");

    ORG.tables.alter(ANALYTICS, "amazonconnect__Keywords__c", "updateable", false);
    assertFinding("salesforce-objects", "warning", ANALYTICS + ".amazonconnect__Keywords__c");
    ORG.tables.alter(ANALYTICS, "amazonconnect__Keywords__c", "updateable", true);
    assertFinding("salesforce-objects", "ok", "All fields");

    ORG.refuse("AC_ContactTraceRecord__c/describe", 404, "NOT_FOUND");
    assertFinding(
        "salesforce-objects",
        "failed",
        "no object amazonconnect__AC_ContactTraceRecord__c",
        "install the package",
        "SALESFORCE_SETUP_INCOMPLETE");
  }

  @Test
  void permissionSetIsMissingEmptyOrHasMembers() {
    assertFinding("salesforce-permission-set", "failed", "no such permission set");

    var set = insert("PermissionSet", "Name", "AC_CallRecording");
    assertFinding("salesforce-permission-set", "warning", "Nobody is in it");

    for (var user : new String[] {"005000000000001AAA", "005000000000002AAA"}) {
      insert("PermissionSetAssignment", "PermissionSetId", set, "AssigneeId", user);
    }
    assertFinding("salesforce-permission-set", "ok", "2 users are in it");

    ORG.refuse("PermissionSet", 400, "INVALID_TYPE");
    assertFinding("salesforce-permission-set", "warning", "INVALID_TYPE", "View Setup");
  }

  @Test
  void membersThatMayNotBeCountedAreNotSaidToBeNone() {
    insert("PermissionSet", "Name", "AC_CallRecording");
    ORG.refuse("PermissionSetAssignment", 403, "INSUFFICIENT_ACCESS");

    assertFinding("salesforce-permission-set", "warning", "INSUFFICIENT_ACCESS", "View Setup");
  }

  @Test
  void namedCredentialIsMissingWrongOrRight() {
    assertFinding("salesforce-named-credential", "warning", "There is none of this name");

    var wrong =
        insert(
            "NamedCredential",
            "DeveloperName",
            CREDENTIAL,
            "Endpoint",
            "https://calls.example.com");
    assertFinding(
        "salesforce-named-credential", "failed", "no address of a function", "/2015-03-31/");

    ORG.tables.delete("NamedCredential", wrong);
    var right = "https://calls.example.com/2015-03-31/functions/AudioRecordingURL/invocations";
    insert("NamedCredential", "DeveloperName", CREDENTIAL, "Endpoint", right);
    assertFinding("salesforce-named-credential", "ok", "It calls " + right);

    ORG.refuse("/tooling/", 403, "INSUFFICIENT_ACCESS");
    assertFinding("salesforce-named-credential", "warning", "INSUFFICIENT_ACCESS", "View Setup");
  }
}

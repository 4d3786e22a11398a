package com.aftercall.publication;

import com.aftercall.contact.Switches;
import com.aftercall.doctor.Finding;
import com.aftercall.publication.salesforce.Gate;
import com.aftercall.publication.salesforce.SalesforceOrg;
import org.springframework.stereotype.Component;

/** Where the org's named credential sends its calls for links to recordings. */
@Component
final class OrgCredentialCheck extends OrgCheck {

  private static final String NAME = "AwsGenerateAudioRecordingURL";

  OrgCredentialCheck(Switches switches, Gate gate, SalesforceOrg org) {
    super(switches, gate, org);
  }

  @Override
  public String id() {
    return "salesforce-named-credential";
  }

  @Override
  public String title() {
    return "Named credential in Salesforce";
  }

  @Override
  String place() {
    return "named credential AwsGenerateAudioRecordingURL of the org";
  }

  @Override
  Finding look() {
    var answer =
        org.queryTooling(
            "SELECT Endpoint FROM NamedCredential WHERE DeveloperName = "
                + SalesforceOrg.quoted(NAME));
    if (!answer.isOk()) {
      return Finding.warning(
          place(),
          "The server's user may not look at named credentials: %s.".formatted(answer.summary()),
          "Give it the permission View Setup and Configuration, or look in the org yourself.");
    }
    var rows = SalesforceOrg.rows(answer);
    if (rows.isEmpty()) {
      return Finding.warning(
          place(),
          "There is none of this name.",
          "Make it if the original's player is used; our own component needs another one.");
    }
    var endpoint = rows.getFirst().path("Endpoint").asString("");
    return endpoint.contains("/2015-03-31/functions/")
        ? Finding.ok(place(), "It calls %s.".formatted(endpoint))
        : Finding.failed(
            place(),
            "Its address is no address of a function: %s.".formatted(endpoint),
            "Set it to https://<this server>/2015-03-31/functions/<name>/invocations.");
  }
}

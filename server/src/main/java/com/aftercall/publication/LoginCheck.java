package com.aftercall.publication;

import com.aftercall.contact.Switches;
import com.aftercall.doctor.Finding;
import com.aftercall.publication.salesforce.ApiUsage;
import com.aftercall.publication.salesforce.Gate;
import com.aftercall.publication.salesforce.SalesforceOrg;
import org.springframework.stereotype.Component;

/** Whether Salesforce lets the server in, and how many API calls are left. */
@Component
final class LoginCheck extends OrgCheck {

  LoginCheck(Switches switches, Gate gate, SalesforceOrg org) {
    super(switches, gate, org);
  }

  @Override
  public String id() {
    return "salesforce-login";
  }

  @Override
  public String title() {
    return "Login at Salesforce";
  }

  @Override
  String place() {
    return "login and limits of the org";
  }

  @Override
  Finding look() {
    var answer = org.limits();
    if (!answer.isOk()) {
      return Finding.failed(
          place(),
          "The login works, and a call is refused: %s.".formatted(answer.summary()),
          "Give the server's user the permission API Enabled.");
    }
    return Finding.ok(
        place(),
        org.usage()
            .map(LoginCheck::left)
            .orElse("The login works; the org does not say its limits."));
  }

  private static String left(ApiUsage usage) {
    return "The login works; %,d of %,d API calls of the last 24 hours are used."
        .formatted(usage.used(), usage.limit());
  }
}

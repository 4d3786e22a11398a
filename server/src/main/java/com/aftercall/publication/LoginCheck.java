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
    // Refused to users without View Setup and Configuration; its header tells the calls all the
    // same.
    org.limits();
    return org.usage()
        .map(this::usage)
        .orElseGet(() -> Finding.ok(place(), "The login works; the org does not say its limits."));
  }

  private Finding usage(ApiUsage usage) {
    var found =
        "The login works; %,d of %,d API calls of the last 24 hours are used."
            .formatted(usage.used(), usage.limit());
    return usage.isInReserve(org.apiReserve())
        ? Finding.warning(
            place(),
            "%s Only the reserve of %d percent is left.".formatted(found, org.apiReserve()),
            "Wait, raise the org's limit, or lower aftercall.salesforce.api-reserve; until then nothing is published.")
        : Finding.ok(place(), found);
  }
}

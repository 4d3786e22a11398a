package com.aftercall.publication;

import com.aftercall.contact.Switches;
import com.aftercall.doctor.Finding;
import com.aftercall.publication.salesforce.Gate;
import com.aftercall.publication.salesforce.OrgAnswer;
import com.aftercall.publication.salesforce.SalesforceOrg;
import org.springframework.stereotype.Component;

/** Whether anybody in the org may listen: the members of the original's permission set. */
@Component
final class PermissionSetCheck extends OrgCheck {

  private static final String NAME = "AC_CallRecording";

  PermissionSetCheck(Switches switches, Gate gate, SalesforceOrg org) {
    super(switches, gate, org);
  }

  @Override
  public String id() {
    return "salesforce-permission-set";
  }

  @Override
  public String title() {
    return "Permission set AC_CallRecording in Salesforce";
  }

  @Override
  String place() {
    return "permission set AC_CallRecording of the org";
  }

  @Override
  Finding look() {
    var name = SalesforceOrg.quoted(NAME);
    var sets = org.query("SELECT Id FROM PermissionSet WHERE Name = " + name);
    if (!sets.isOk()) {
      return notShown(sets);
    }
    if (SalesforceOrg.rows(sets).isEmpty()) {
      return Finding.failed(
          place(), "There is no such permission set.", "Install the package that has it.");
    }
    var members =
        org.query("SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name = " + name);
    if (!members.isOk()) {
      return notShown(members);
    }
    var count = members.body().path("totalSize").asInt(0);
    return count == 0
        ? Finding.warning(
            place(), "Nobody is in it.", "Assign it to those who shall listen to recordings.")
        : Finding.ok(place(), "%,d users are in it.".formatted(count));
  }

  private Finding notShown(OrgAnswer refused) {
    return Finding.warning(
        place(),
        "The server's user may not look at permission sets: %s.".formatted(refused.summary()),
        "Give it the permission View Setup and Configuration, or look in the org yourself.");
  }
}

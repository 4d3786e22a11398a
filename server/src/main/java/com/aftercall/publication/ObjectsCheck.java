package com.aftercall.publication;

import com.aftercall.contact.Switches;
import com.aftercall.doctor.Finding;
import com.aftercall.publication.salesforce.Gate;
import com.aftercall.publication.salesforce.OrgField;
import com.aftercall.publication.salesforce.SalesforceOrg;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether the org has the objects and fields that are written. */
@Component
final class ObjectsCheck extends OrgCheck {

  private final PublicationSettings settings;

  ObjectsCheck(Switches switches, Gate gate, SalesforceOrg org, PublicationSettings settings) {
    super(switches, gate, org);
    this.settings = settings;
  }

  @Override
  public String id() {
    return "salesforce-objects";
  }

  @Override
  public String title() {
    return "Objects and fields in Salesforce";
  }

  @Override
  String place() {
    return String.join(" and ", objects());
  }

  private List<String> objects() {
    var names = new ArrayList<String>();
    for (var object : PublishedObject.values()) {
      names.add(settings.qualified(object.objectName()));
    }
    return names;
  }

  @Override
  Finding look() {
    var missing = new ArrayList<String>();
    for (var object : PublishedObject.values()) {
      var name = settings.qualified(object.objectName());
      org.forgetDescription(name);
      var described = org.describe(name);
      for (var field : object.fields()) {
        if (described.field(settings.qualified(field)).filter(OrgField::isWritable).isEmpty()) {
          missing.add(described.name() + "." + settings.qualified(field));
        }
      }
    }
    return missing.isEmpty()
        ? Finding.ok(place(), "All fields are there and may be written.")
        : Finding.warning(
            place(),
            "Missing, or not to be written by the server's user: %s."
                .formatted(String.join(", ", missing)),
            "Update the package, or give the user the permission set with these fields. Contacts are published without them.");
  }
}

package com.aftercall.publication;

import com.aftercall.contact.ContactAttributes;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.Contacts;
import com.aftercall.publication.salesforce.OrgAnswer;
import com.aftercall.publication.salesforce.SalesforceOrg;
import com.aftercall.publication.salesforce.SubRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the Contact and the Case that a contact belongs to, by what the contact flow wrote into its
 * attributes, else by the customer's number. One that is not found, or not alone, is left out and
 * said to be; nothing else depends on it.
 */
@Component
class Links {

  private static final String CASE_QUESTION = "case";

  private final Contacts contacts;
  private final SalesforceOrg org;
  private final LinkSettings settings;

  Links(Contacts contacts, SalesforceOrg org, LinkSettings settings) {
    this.contacts = contacts;
    this.org = org;
    this.settings = settings;
  }

  /** What has to be asked for it together with other questions. */
  List<SubRequest> questions(ContactId contact, Target target) {
    if (target.object() != PublishedObject.ANALYTICS || !isAnythingLinked()) {
      return List.of();
    }
    var record = contacts.find(contact).orElseThrow().record();
    linkContact(target, record.attributes(), record.customerAddress());
    return caseQuestion(target, record.attributes()).stream().toList();
  }

  private boolean isAnythingLinked() {
    return LinkSettings.isSet(settings.contactField()) || LinkSettings.isSet(settings.caseField());
  }

  private void linkContact(
      Target target, ContactAttributes attributes, @Nullable String customerAddress) {
    var field = settings.contactField();
    if (field == null || field.isBlank()) {
      return;
    }
    var named = attribute(attributes, settings.contactAttribute());
    if (named.filter(Links::isId).isPresent()) {
      target.link(field, named.get());
    } else if (named.isPresent()) {
      target.remark("The attribute that names the Contact holds no Salesforce id.");
    } else if (settings.contactByNumber() && customerAddress != null) {
      linkByNumber(target, field, customerAddress);
    }
  }

  private void linkByNumber(Target target, String field, String number) {
    var answer = org.findByPhone("Contact", number);
    var found = answer.body().path("searchRecords");
    if (answer.isOk() && found.size() == 1) {
      target.link(field, found.path(0).path("Id").asString(""));
    } else {
      target.remark(
          answer.isOk()
              ? "%d Contacts have the customer's number; none was linked.".formatted(found.size())
              : "The Contact could not be searched: %s.".formatted(answer.summary()));
    }
  }

  private Optional<SubRequest> caseQuestion(Target target, ContactAttributes attributes) {
    var field = settings.caseField();
    var named = attribute(attributes, settings.caseAttribute());
    if (field == null || field.isBlank() || named.isEmpty()) {
      return Optional.empty();
    }
    if (isId(named.get())) {
      target.link(field, named.get());
      return Optional.empty();
    }
    var soql =
        "SELECT Id FROM Case WHERE CaseNumber = %s LIMIT 2"
            .formatted(SalesforceOrg.quoted(named.get()));
    return Optional.of(new SubRequest(CASE_QUESTION, "GET", SalesforceOrg.queryPath(soql), null));
  }

  /** Takes the answers to {@link #questions}. */
  void take(Target target, Map<String, OrgAnswer> answers) {
    var answer = answers.get(CASE_QUESTION);
    var field = settings.caseField();
    if (answer == null || field == null || target.object() != PublishedObject.ANALYTICS) {
      return;
    }
    var found = SalesforceOrg.rows(answer);
    if (answer.isOk() && found.size() == 1) {
      target.link(field, found.getFirst().path("Id").asString(""));
    } else {
      target.remark(
          answer.isOk()
              ? "No Case has the number that the attribute names."
              : "The Case could not be searched: %s.".formatted(answer.summary()));
    }
  }

  private static Optional<String> attribute(ContactAttributes attributes, @Nullable String key) {
    return key == null || key.isBlank() ? Optional.empty() : attributes.find(key.strip());
  }

  private static boolean isId(String text) {
    return text.matches("[A-Za-z0-9]{15}([A-Za-z0-9]{3})?");
  }
}

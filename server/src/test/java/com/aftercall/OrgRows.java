package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.publication.SalesforceOrgDouble;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an org double holds of a contact.
 *
 * @param org where to look
 * @param prefix of objects and fields, {@code amazonconnect__} or nothing
 */
record OrgRows(SalesforceOrgDouble org, String prefix) {

  String analyticsObject() {
    return prefix + "AC_ContactChannelAnalytics__c";
  }

  String recordObject() {
    return prefix + "AC_ContactTraceRecord__c";
  }

  List<ObjectNode> of(String object, String contact) {
    return org.tables.rows(object).stream()
        .filter(row -> row.path(prefix + "ContactId__c").asString("").equals(contact))
        .toList();
  }

  /** The only record of the contact. */
  ObjectNode analytics(String contact) {
    var rows = of(analyticsObject(), contact);
    assertThat(rows).as("one record of " + contact).hasSize(1);
    return rows.getFirst();
  }

  List<ObjectNode> attachments(String contact) {
    var id = analytics(contact).path("Id");
    return org.tables.rows("Attachment").stream()
        .filter(row -> row.path("ParentId").equals(id))
        .toList();
  }

  List<ObjectNode> versions(String contact) {
    var id = analytics(contact).path("Id");
    var documents =
        org.tables.rows("ContentDocumentLink").stream()
            .filter(row -> row.path("LinkedEntityId").equals(id))
            .map(row -> row.path("ContentDocumentId"))
            .toList();
    return org.tables.rows("ContentVersion").stream()
        .filter(row -> documents.contains(row.path("ContentDocumentId")))
        .toList();
  }

  /** The content of the only one of the rows whose field has this value. */
  static byte[] content(List<ObjectNode> rows, String field, String value, String contentField) {
    var found = rows.stream().filter(row -> row.path(field).asString("").equals(value)).toList();
    assertThat(found).as(value).hasSize(1);
    return Base64.getDecoder().decode(found.getFirst().path(contentField).asString());
  }
}

package com.aftercall.publication;

import com.aftercall.contact.Feature;
import java.util.List;
import java.util.stream.Stream;

/** The objects in the org that we write, under the original's names. */
enum PublishedObject {
  CONTACT_RECORD("AC_ContactTraceRecord__c", Feature.CONTACT_RECORD_PUBLICATION),
  ANALYTICS("AC_ContactChannelAnalytics__c", Feature.PUBLICATION);

  private final String objectName;
  private final Feature feature;

  PublishedObject(String objectName, Feature feature) {
    this.objectName = objectName;
    this.feature = feature;
  }

  /** Without namespace. */
  String objectName() {
    return objectName;
  }

  /**
   * The fields that may be written, without namespace; those that only some packages have left out.
   */
  List<String> fields() {
    return switch (this) {
      case CONTACT_RECORD ->
          Stream.concat(Stream.of("ContactId__c"), ContactRecordFields.names())
              .filter(field -> !field.equals("DisconnectReason__c"))
              .toList();
      case ANALYTICS ->
          List.of(
              "ContactId__c",
              "RecordingPath__c",
              "CustomerEndpointAddress__c",
              "InstanceId__c",
              "Region__c",
              "Sentiment__c",
              "Keywords__c",
              "DominantLanguage__c",
              "NamedEntities__c");
    };
  }

  Feature feature() {
    return feature;
  }

  static PublishedObject of(Feature feature) {
    for (var object : values()) {
      if (object.feature == feature) {
        return object;
      }
    }
    throw new IllegalArgumentException("%s publishes nothing".formatted(feature));
  }
}

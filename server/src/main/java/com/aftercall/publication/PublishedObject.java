package com.aftercall.publication;

import com.aftercall.contact.Feature;

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

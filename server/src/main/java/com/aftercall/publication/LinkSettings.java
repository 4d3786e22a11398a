package com.aftercall.publication;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * To which person and case in the org a contact is linked. Nothing is linked without a field.
 *
 * @param contactField full name of the lookup field to Contact, such as {@code Caller__c}
 * @param contactAttribute contact attribute that holds the id of the Contact
 * @param contactByNumber whether the Contact is searched by the customer's number where the
 *     attribute names none
 * @param caseField full name of the lookup field to Case
 * @param caseAttribute contact attribute that holds the id or number of the Case
 */
@ConfigurationProperties("aftercall.publication.link")
record LinkSettings(
    @Nullable String contactField,
    @Nullable String contactAttribute,
    @DefaultValue("false") boolean contactByNumber,
    @Nullable String caseField,
    @Nullable String caseAttribute) {

  static boolean isSet(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}

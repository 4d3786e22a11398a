package com.aftercall.publication;

import com.aftercall.failure.AftercallException;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.publication.salesforce.OrgAnswer;

/**
 * What a refused part of a call means. Salesforce's messages may repeat values, so codes and names
 * of fields are all that is passed on.
 */
final class Refusals {

  private Refusals() {}

  static AftercallException of(String object, OrgAnswer answer) {
    var sentence = "Salesforce refused %s: %s".formatted(object, answer.summary());
    if (answer.hasError("REQUEST_LIMIT_EXCEEDED")) {
      return new RetryableException(FailureCode.SALESFORCE_LIMIT_REACHED, sentence);
    }
    if (answer.status() == 300 || answer.hasError("DUPLICATE_VALUE")) {
      // It was looked for just before, and not found.
      return new RetryableException(
          FailureCode.SALESFORCE_SETUP_INCOMPLETE,
          "Salesforce refused %s: the org already has a record of this contact that the server's user may not see (%s)"
              .formatted(object, answer.status() == 300 ? "several" : answer.summary()));
    }
    if (answer.hasError(
        "INSUFFICIENT_ACCESS",
        "INSUFFICIENT_ACCESS_OR_READONLY",
        "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
        "STORAGE_LIMIT_EXCEEDED",
        "INVALID_TYPE",
        "INVALID_FIELD",
        "INVALID_FIELD_FOR_INSERT_UPDATE")) {
      return new RetryableException(FailureCode.SALESFORCE_SETUP_INCOMPLETE, sentence);
    }
    if (answer.status() >= 500
        || answer.status() == 429
        || answer.isOk()
        || answer.status() == 404
        || answer.hasError(
            "UNABLE_TO_LOCK_ROW",
            "SERVER_UNAVAILABLE",
            "REQUEST_RUNNING_TOO_LONG",
            "ENTITY_IS_DELETED",
            "UNKNOWN_EXCEPTION",
            "PROCESSING_HALTED")) {
      return new RetryableException(FailureCode.SALESFORCE_UNAVAILABLE, sentence);
    }
    return new PermanentException(FailureCode.SALESFORCE_REFUSED, sentence);
  }
}

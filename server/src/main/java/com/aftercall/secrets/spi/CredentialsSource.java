package com.aftercall.secrets.spi;

import com.aftercall.secrets.SalesforceCredentials;
import java.util.Optional;

/** Where the Salesforce credentials are kept. */
public interface CredentialsSource {

  /**
   * What is stored now, or empty if nothing is.
   *
   * @throws com.aftercall.failure.RetryableException with {@code CREDENTIALS_UNAVAILABLE} if the
   *     place does not answer
   * @throws com.aftercall.failure.PermanentException with {@code CREDENTIALS_INVALID} if what is
   *     there cannot be used, or may not be read
   */
  Optional<SalesforceCredentials> read();

  /** The place, fit to be shown. */
  String place();
}

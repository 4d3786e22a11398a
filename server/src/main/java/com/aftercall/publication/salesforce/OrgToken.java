package com.aftercall.publication.salesforce;

import java.net.URI;

/** A bearer token and where it is good. */
record OrgToken(String value, URI instance) {

  /** Leaves the token out. */
  @Override
  public String toString() {
    return "OrgToken[%s]".formatted(instance);
  }
}

package com.aftercall.aws;

import java.net.URI;
import java.util.Map;

/** Clients that find one service at a double. */
public final class TestAwsClients {

  private TestAwsClients() {}

  public static AwsClients at(String service, URI address) {
    return new AwsClients(new AwsSettings("eu-central-1", Map.of(service, address)));
  }
}

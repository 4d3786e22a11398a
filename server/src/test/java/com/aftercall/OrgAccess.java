package com.aftercall;

import com.aftercall.publication.SalesforceOrgDouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** What lets a server into an org double: a key pair made for this run. */
record OrgAccess(KeyPair keys) {

  static OrgAccess make() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return new OrgAccess(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static SalesforceOrgDouble start(String namespace, OrgAccess access) {
    try {
      return new SalesforceOrgDouble(namespace, 0, access.publicKey());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PublicKey publicKey() {
    return keys.getPublic();
  }

  /** Puts everything that a login needs into the server's secret. */
  void store(Api api) {
    var pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    var secret = JsonMapper.shared().createObjectNode();
    secret.put("JwtPrivateKey", pem);
    secret.put("ConsumerKey", SalesforceOrgDouble.CONSUMER_KEY);
    secret.put("ConsumerSecret", SalesforceOrgDouble.CONSUMER_SECRET);
    secret.put("Password", SalesforceOrgDouble.PASSWORD);
    secret.put("AccessToken", SalesforceOrgDouble.SECURITY_TOKEN);
    var answer =
        api.send(
            "PATCH",
            "/api/v1/salesforce-credentials",
            BodyPublishers.ofString(secret.toString()),
            "Content-Type",
            "application/json");
    if (answer.status() != 200) {
      throw new AssertionError(answer.text());
    }
  }

  /** Leaves the keys out. */
  @Override
  public String toString() {
    return "OrgAccess";
  }
}

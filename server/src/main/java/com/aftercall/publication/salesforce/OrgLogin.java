package com.aftercall.publication.salesforce;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.secrets.CredentialField;
import com.aftercall.secrets.Credentials;
import com.aftercall.secrets.RsaPrivateKeys;
import com.aftercall.secrets.SalesforceCredentials;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gets tokens from the org; what proves who we are goes in the body, never in the address. */
@Component
class OrgLogin {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final SalesforceSettings settings;
  private final Credentials credentials;
  private final OrgHttp http;
  private final InstantSource clock;
  private @Nullable OrgToken token;

  OrgLogin(
      SalesforceSettings settings, Credentials credentials, OrgHttp http, InstantSource clock) {
    this.settings = settings;
    this.credentials = credentials;
    this.http = http;
    this.clock = clock;
  }

  /** The token as long as nobody found it expired; many callers wait for one login. */
  synchronized OrgToken token() throws IOException {
    if (token == null) {
      token = login();
    }
    return token;
  }

  /** Says that a token is no longer good. */
  synchronized void expire(OrgToken old) {
    if (old.equals(token)) {
      token = null;
    }
  }

  private OrgToken login() throws IOException {
    var form = form(secret());
    var request =
        HttpRequest.newBuilder(settings.loginAddress().resolve("/services/oauth2/token"))
            .timeout(settings.timeout())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(encoded(form)))
            .build();
    var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
      throw new IOException("login answered with status " + answer.statusCode());
    }
    var body = read(answer.body());
    if (answer.statusCode() != 200 || !body.path("access_token").isString()) {
      throw refused(answer.statusCode(), body);
    }
    return new OrgToken(body.path("access_token").stringValue(), instance(body));
  }

  /** Whoever mends the secret mends it for all contacts, so none of them is given up for it. */
  private SalesforceCredentials secret() {
    try {
      return credentials.read();
    } catch (PermanentException e) {
      throw incomplete(e.reason());
    }
  }

  private URI instance(JsonNode body) {
    try {
      var address = body.path("instance_url").asString("");
      return address.isEmpty()
          ? settings.loginAddress()
          : SalesforceSettings.checkAddress(URI.create(address));
    } catch (IllegalArgumentException e) {
      throw new RetryableException(
          FailureCode.SALESFORCE_LOGIN_REFUSED,
          "Salesforce's login answered with an instance_url that is no https address",
          e);
    }
  }

  private Map<String, String> form(SalesforceCredentials secret) {
    Map<String, String> form = new LinkedHashMap<>();
    switch (settings.login()) {
      case JWT -> {
        form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
        form.put("assertion", assertion(secret));
      }
      case CLIENT_CREDENTIALS -> {
        form.put("grant_type", "client_credentials");
        form.put("client_id", require(secret, CredentialField.CONSUMER_KEY));
        form.put("client_secret", require(secret, CredentialField.CONSUMER_SECRET));
      }
      case PASSWORD -> {
        form.put("grant_type", "password");
        form.put("client_id", require(secret, CredentialField.CONSUMER_KEY));
        form.put("client_secret", require(secret, CredentialField.CONSUMER_SECRET));
        form.put("username", username());
        form.put(
            "password",
            require(secret, CredentialField.PASSWORD)
                + secret.find(CredentialField.ACCESS_TOKEN).orElse(""));
      }
    }
    return form;
  }

  private String assertion(SalesforceCredentials secret) {
    try {
      return JwtAssertion.signed(
          require(secret, CredentialField.CONSUMER_KEY).strip(),
          username(),
          settings.audience(),
          clock.instant(),
          RsaPrivateKeys.parse(require(secret, CredentialField.JWT_PRIVATE_KEY)));
    } catch (IllegalArgumentException e) {
      throw incomplete(
          "the secret's field JwtPrivateKey cannot be used: %s".formatted(e.getMessage()));
    }
  }

  private String username() {
    var username = Objects.requireNonNullElse(settings.username(), "").strip();
    if (username.isEmpty()) {
      throw incomplete("aftercall.salesforce.username is not set");
    }
    return username;
  }

  private String require(SalesforceCredentials secret, CredentialField field) {
    return secret
        .find(field)
        .orElseThrow(
            () ->
                incomplete(
                    "the secret has no field %s, which the login wants (%s)"
                        .formatted(field.fieldName(), credentials.place())));
  }

  private static RetryableException incomplete(String what) {
    return new RetryableException(FailureCode.SALESFORCE_SETUP_INCOMPLETE, what);
  }

  /** Error and description are words of the protocol; anything else is not repeated. */
  private static RetryableException refused(int status, JsonNode body) {
    var error = body.path("error").asString("");
    var description = body.path("error_description").asString("");
    var known = error.matches("[a-z_]{1,60}") ? error : "HTTP status " + status;
    return new RetryableException(
        FailureCode.SALESFORCE_LOGIN_REFUSED,
        "Salesforce refused the login: %s%s"
            .formatted(
                known,
                description.matches("[A-Za-z /',._-]{1,120}") ? " (" + description + ")" : ""));
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.missingNode();
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}

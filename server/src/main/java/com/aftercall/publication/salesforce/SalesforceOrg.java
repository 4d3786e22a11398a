package com.aftercall.publication.salesforce;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The org that we write into, by Salesforce's REST API. */
@Component
public class SalesforceOrg {

  private static final Duration KEEP_DESCRIPTION = Duration.ofHours(1);
  private static final Duration KEEP_ABSENCE = Duration.ofMinutes(1);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final OrgClient client;
  private final InstantSource clock;
  private final Map<String, Described> descriptions = new ConcurrentHashMap<>();
  private final Lock describing = new ReentrantLock();

  SalesforceOrg(OrgClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  private record Described(@Nullable OrgObject object, Instant until) {}

  /**
   * What an object looks like in this org; asked for once an hour.
   *
   * @throws RetryableException with {@code SALESFORCE_SETUP_INCOMPLETE} if it is not there, or not
   *     for our user
   */
  public OrgObject describe(String name) {
    var known = known(name).orElseGet(() -> ask(name));
    if (known.object() == null) {
      throw new RetryableException(
          FailureCode.SALESFORCE_SETUP_INCOMPLETE,
          "the org has no object %s that the server's user may see; install the package, check aftercall.publication.namespace, or give the user the permission set"
              .formatted(name));
    }
    return known.object();
  }

  private Optional<Described> known(String name) {
    return Optional.ofNullable(descriptions.get(name))
        .filter(known -> clock.instant().isBefore(known.until()));
  }

  /** One asks, the others wait for that answer: each call counts against the org's limit. */
  private Described ask(String name) {
    describing.lock();
    try {
      var known = known(name);
      if (known.isPresent()) {
        return known.get();
      }
      var answer = client.send(OrgRequest.get(client.path("/sobjects/" + name + "/describe")));
      var object = answer.isOk() ? OrgObject.of(answer.body()) : null;
      var keep = object == null ? KEEP_ABSENCE : KEEP_DESCRIPTION;
      var described = new Described(object, clock.instant().plus(keep));
      descriptions.put(name, described);
      return described;
    } finally {
      describing.unlock();
    }
  }

  /** Asks again what an object looks like, at the next use. */
  public void forgetDescription(String name) {
    descriptions.remove(name);
  }

  /**
   * Several calls as one; those that do not depend on one that failed are done.
   *
   * @param parts 25 at most
   * @return an answer for each, by its id
   */
  public Map<String, OrgAnswer> composite(List<SubRequest> parts) {
    var body = JSON.createObjectNode().put("allOrNone", false).put("collateSubrequests", false);
    var list = body.putArray("compositeRequest");
    for (var part : parts) {
      var request =
          list.addObject()
              .put("method", part.method())
              .put("url", client.path(part.path()))
              .put("referenceId", part.id());
      if (part.body() != null) {
        request.set("body", part.body());
      }
    }
    var answer = client.send(OrgRequest.json("POST", client.path("/composite"), body));
    if (!answer.isOk()) {
      throw new RetryableException(
          FailureCode.SALESFORCE_UNAVAILABLE,
          "Salesforce refused a composite call: " + answer.summary());
    }
    Map<String, OrgAnswer> answers = new HashMap<>();
    for (var part : answer.body().path("compositeResponse")) {
      answers.put(
          part.path("referenceId").asString(""),
          new OrgAnswer(part.path("httpStatusCode").asInt(0), part.path("body")));
    }
    return answers;
  }

  /** The path of a query, to be sent by itself or in a composite call. */
  public static String queryPath(String soql) {
    return "/query?q=" + encoded(soql);
  }

  /** The rows that a query finds; an empty answer if it is refused. */
  public OrgAnswer query(String soql) {
    return client.send(OrgRequest.get(client.path(queryPath(soql))));
  }

  /** The same for objects of setup. */
  public OrgAnswer queryTooling(String soql) {
    return client.send(OrgRequest.get(client.path("/tooling" + queryPath(soql))));
  }

  /** Records of an object of which a phone field has this number, however it is written there. */
  public OrgAnswer findByPhone(String object, String number) {
    return client.send(
        OrgRequest.get(
            client.path(
                "/parameterizedSearch/?q=%s&in=PHONE&sobject=%s&%s.fields=Id"
                    .formatted(encoded(number), object, object))));
  }

  /** Whose version a version of a file is. */
  public OrgAnswer versionDocument(String version) {
    return client.send(
        OrgRequest.get(
            client.path("/sobjects/ContentVersion/" + version + "?fields=ContentDocumentId")));
  }

  /** How much of each of the org's limits is left. */
  public OrgAnswer limits() {
    return client.send(OrgRequest.get(client.path("/limits")));
  }

  /** Stores a file with its content as it is, without base64, streamed. */
  public OrgAnswer upload(
      String method, String path, ObjectNode fields, String contentField, FileContent content) {
    var boundary = "aftercall-" + UUID.randomUUID();
    var head =
        """
        --%s\r
        Content-Disposition: form-data; name="%s"\r
        Content-Type: application/json; charset=UTF-8\r
        \r
        %s\r
        --%s\r
        Content-Disposition: form-data; name="%s"; filename="%s"\r
        Content-Type: %s\r
        \r
        """
            .formatted(
                boundary,
                "VersionData".equals(contentField) ? "entity_content" : "entity_attachment",
                fields,
                boundary,
                contentField,
                content.fileName(),
                content.contentType())
            .getBytes(StandardCharsets.UTF_8);
    var tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    return client.send(
        new OrgRequest(
            method,
            client.path(path),
            "multipart/form-data; boundary=\"" + boundary + "\"",
            () ->
                BodyPublishers.fromPublisher(
                    BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofInputStream(content.bytes()),
                        BodyPublishers.ofByteArray(tail)),
                    head.length + content.sizeBytes() + tail.length),
            OrgClient.timeFor(content.sizeBytes())));
  }

  /**
   * A file to be sent.
   *
   * @param fileName plain ASCII without quotes
   * @param contentType its media type
   * @param sizeBytes exactly how many bytes follow
   * @param bytes opened once for each try
   */
  public record FileContent(
      String fileName, String contentType, long sizeBytes, Supplier<InputStream> bytes) {}

  /** What the org's last answer said of its daily API calls. */
  public Optional<ApiUsage> usage() {
    return client.usage();
  }

  /** How many percent of the org's daily API calls are left to others. */
  public int apiReserve() {
    return client.apiReserve();
  }

  /** Rows of the answer to a query. */
  public static List<JsonNode> rows(OrgAnswer answer) {
    return answer.body().path("records").valueStream().toList();
  }

  /** A text as SOQL writes it, quotes included; nothing in it can end it. */
  public static String quoted(String text) {
    var quoted = new StringBuilder("'");
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '\'' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('\'').toString();
  }

  /** A text as a part of a path or query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

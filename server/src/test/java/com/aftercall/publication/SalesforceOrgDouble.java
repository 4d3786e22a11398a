package com.aftercall.publication;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An org over HTTP: logins, describe, records, queries, composite calls and files, as Salesforce's
 * REST API Developer Guide has them. Checks signatures, fields, types and lengths, counts calls,
 * and fails when told to.
 */
public final class SalesforceOrgDouble implements AutoCloseable {

  /** Of the app. */
  public static final String CONSUMER_KEY = "3MVG9.consumer";

  /** Of the app. */
  public static final String CONSUMER_SECRET = "consumer-secret";

  /** Of the user. */
  public static final String PASSWORD = "pass & word";

  /** Of the user; Salesforce wants it behind the password. */
  public static final String SECURITY_TOKEN = "SeCuRiTyToKeN";

  /** As whom is written. */
  public static final String USERNAME = "aftercall@example.com";

  /** Of assertions. */
  public static final String AUDIENCE = "https://login.salesforce.com";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern REFERENCE = Pattern.compile("@\\{(\\w+)\\.([\\w.\\[\\]]+)}");

  /** What can go wrong with the next call. */
  public enum Fault {
    /** HTTP 500. */
    STATUS_500,
    /** HTTP 503. */
    STATUS_503,
    /** HTTP 429. */
    TOO_MANY_REQUESTS,
    /** Nothing is done and nothing said. */
    SILENCE,
    /** It is done, and the answer is lost. */
    LOST_ANSWER,
    /** All tokens have expired. */
    EXPIRED
  }

  /** What it holds. */
  public final OrgTables tables;

  final Soql soql;

  /** Method and path of each call, oldest first. */
  public final Queue<String> calls = new ConcurrentLinkedQueue<>();

  /** Grant type of each login, oldest first. */
  public final Queue<String> grants = new ConcurrentLinkedQueue<>();

  /** API calls so far. */
  public final AtomicLong used = new AtomicLong();

  /** API calls a day. */
  public volatile long limit = 100_000;

  /** Verifies assertions; null refuses all. */
  public volatile @Nullable PublicKey key;

  /** Whether the user may come in at all. */
  public volatile boolean refusesLogins;

  private final HttpServer server;
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final Queue<Fault> faults = new ArrayDeque<>();
  private final Queue<Runnable> meanwhile = new ConcurrentLinkedQueue<>();
  private final Map<String, OrgTables.Refused> refusals = new ConcurrentHashMap<>();
  private final AtomicLong lastToken = new AtomicLong();

  /** Starts on a port of this machine; 0 for any that is free. */
  public SalesforceOrgDouble(String namespace, int port, @Nullable PublicKey key)
      throws IOException {
    this.tables = new OrgTables(namespace);
    this.soql = new Soql(tables);
    this.key = key;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/services/oauth2/token", this::login);
    server.createContext("/", this::call);
    server.start();
  }

  /**
   * Runs it until it is killed, and says every ten seconds how many calls there were.
   *
   * @param args port, namespace, and a file with the public key as PEM
   */
  public static void main(String[] args) throws Exception {
    var pem = args.length < 3 ? null : Files.readString(Path.of(args[2]));
    var org =
        new SalesforceOrgDouble(
            args[1], Integer.parseInt(args[0]), pem == null ? null : publicKey(pem));
    System.out.println("The org is at " + org.address());
    for (var known = -1L; ; Thread.sleep(10_000)) {
      if (org.used.get() != known) {
        known = org.used.get();
        org.calls.clear();
        System.out.printf("%d calls%n", known);
      }
    }
  }

  private static PublicKey publicKey(String pem) throws GeneralSecurityException {
    var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
  }

  /** Where it is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next calls fail, one for each. */
  public void failNext(Fault... next) {
    synchronized (faults) {
      faults.addAll(List.of(next));
    }
  }

  /** Done right after the next call, before it is answered, as by somebody else in the org. */
  public void afterNextCall(Runnable action) {
    meanwhile.add(action);
  }

  /** Refuses calls whose path has this text in it, as for a user who lacks a right. */
  public void refuse(String partOfPath, int status, String code) {
    refusals.put(partOfPath, new OrgTables.Refused(status, code, "You may not do this."));
  }

  /** Refuses no call any more, and forgets faults that are still to come. */
  public void behave() {
    refusals.clear();
    synchronized (faults) {
      faults.clear();
    }
  }

  private void login(HttpExchange exchange) throws IOException {
    calls.add("LOGIN");
    var form = new HashMap<String, String>();
    for (var pair : text(exchange).split("&")) {
      var at = pair.indexOf('=');
      form.put(
          pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    grants.add(form.getOrDefault("grant_type", ""));
    var problem = problemOf(form, exchange.getRequestURI().getRawQuery());
    if (problem != null) {
      answer(
          exchange,
          400,
          JSON.createObjectNode()
              .put("error", problem)
              .put("error_description", "authentication failure"));
      return;
    }
    var token = "00Dxx!token-" + lastToken.incrementAndGet();
    tokens.add(token);
    answer(
        exchange,
        200,
        JSON.createObjectNode()
            .put("access_token", token)
            .put("instance_url", address().toString())
            .put("id", address() + "/id/00Dxx0000001gPFEAY/005xx000001SwiUAAS")
            .put("token_type", "Bearer"));
  }

  private @Nullable String problemOf(Map<String, String> form, @Nullable String query) {
    if (query != null || refusesLogins) {
      return "invalid_grant";
    }
    return switch (form.getOrDefault("grant_type", "")) {
      case "urn:ietf:params:oauth:grant-type:jwt-bearer" ->
          isGood(form.getOrDefault("assertion", "")) ? null : "invalid_grant";
      case "client_credentials" ->
          CONSUMER_KEY.equals(form.get("client_id"))
                  && CONSUMER_SECRET.equals(form.get("client_secret"))
              ? null
              : "invalid_client";
      case "password" ->
          !CONSUMER_KEY.equals(form.get("client_id"))
                  || !CONSUMER_SECRET.equals(form.get("client_secret"))
              ? "invalid_client"
              : USERNAME.equals(form.get("username"))
                      && (PASSWORD + SECURITY_TOKEN).equals(form.get("password"))
                  ? null
                  : "invalid_grant";
      default -> "unsupported_grant_type";
    };
  }

  private boolean isGood(String assertion) {
    var parts = assertion.split("\\.");
    var known = key;
    if (parts.length != 3 || known == null) {
      return false;
    }
    var claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
    var left = claims.path("exp").asLong(0) - Instant.now().getEpochSecond();
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(known);
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
          && CONSUMER_KEY.equals(claims.path("iss").asString(""))
          && USERNAME.equals(claims.path("sub").asString(""))
          && AUDIENCE.equals(claims.path("aud").asString(""))
          && left > 0
          && left <= 180;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private void call(HttpExchange exchange) throws IOException {
    var method = exchange.getRequestMethod();
    var path = exchange.getRequestURI().toString();
    calls.add(method + " " + path);
    var body = exchange.getRequestBody().readAllBytes();
    Fault fault;
    synchronized (faults) {
      fault = faults.poll();
    }
    if (fault == Fault.EXPIRED) {
      tokens.clear();
    } else if (fault == Fault.SILENCE) {
      exchange.close();
      return;
    } else if (fault != null && fault != Fault.LOST_ANSWER) {
      answer(
          exchange,
          fault == Fault.STATUS_500 ? 500 : fault == Fault.STATUS_503 ? 503 : 429,
          JSON.createArrayNode());
      return;
    }
    var said = said(exchange, method, path, body);
    var action = meanwhile.poll();
    if (action != null) {
      action.run();
    }
    if (fault == Fault.LOST_ANSWER) {
      exchange.close();
      return;
    }
    answer(exchange, said.status, said.body);
  }

  private record Said(int status, JsonNode body) {}

  private Said said(HttpExchange exchange, String method, String path, byte[] body) {
    var bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    try {
      if (!tokens.contains(bearer.replaceFirst("^Bearer ", ""))) {
        throw new OrgTables.Refused(401, "INVALID_SESSION_ID", "Session expired or invalid");
      }
      if (used.incrementAndGet() > limit) {
        used.decrementAndGet();
        throw new OrgTables.Refused(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
      }
      for (var refusal : refusals.entrySet()) {
        if (path.contains(refusal.getKey())) {
          throw refusal.getValue();
        }
      }
      var type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
      var json =
          type.startsWith("multipart/")
              ? OrgMultipart.read(type, body)
              : body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
      return dispatch(method, path.replaceFirst("^/services/data/v\\d+\\.0", ""), json);
    } catch (OrgTables.Refused e) {
      return new Said(e.status, e.body);
    }
  }

  private Said dispatch(String method, String path, JsonNode body) {
    var query = path.indexOf('?');
    var parts = (query < 0 ? path : path.substring(0, query)).split("/");
    var parameters = query < 0 ? "" : path.substring(query + 1);
    return switch (parts.length > 1 ? parts[1] : "") {
      case "composite" -> new Said(200, composite(body));
      case "query" -> new Said(200, soql.run(decoded(parameters.replaceFirst("^q=", ""))));
      case "tooling" -> new Said(200, soql.run(decoded(parameters.replaceFirst("^q=", ""))));
      case "parameterizedSearch" -> new Said(200, search(parameters));
      case "limits" -> new Said(200, limits());
      case "sobjects" -> sobject(method, parts, body);
      default ->
          throw new OrgTables.Refused(404, "NOT_FOUND", "The requested resource does not exist");
    };
  }

  private JsonNode limits() {
    var limits = JSON.createObjectNode();
    limits.putObject("DailyApiRequests").put("Max", limit).put("Remaining", limit - used.get());
    return limits;
  }

  private JsonNode search(String parameters) {
    var number = decoded(parameters.replaceFirst("^q=([^&]*).*", "$1")).replaceAll("\\D", "");
    var found = JSON.createObjectNode();
    var records = found.putArray("searchRecords");
    tables.rows("Contact").stream()
        .filter(
            row ->
                (row.path("Phone").asString("") + " " + row.path("MobilePhone").asString(""))
                    .replaceAll("[^0-9 ]", "")
                    .contains(number))
        .forEach(row -> records.addObject().put("Id", row.path("Id").stringValue()));
    return found;
  }

  private Said sobject(String method, String[] parts, JsonNode body) {
    var object = parts[2];
    if (parts.length == 4 && parts[3].equals("describe")) {
      return new Said(200, tables.describe(object));
    }
    if (method.equals("POST") && parts.length == 3) {
      return created(tables.insert(object, body));
    }
    if (method.equals("GET") && parts.length == 4) {
      return new Said(200, tables.row(object, parts[3]));
    }
    if (method.equals("PATCH") && parts.length == 4) {
      tables.update(object, parts[3], body);
      return new Said(204, JSON.missingNode());
    }
    if (method.equals("PATCH") && parts.length == 5) {
      return upsert(object, parts[3], decoded(parts[4]), body);
    }
    throw new OrgTables.Refused(405, "METHOD_NOT_ALLOWED", "HTTP Method not allowed");
  }

  private Said upsert(String object, String field, String value, JsonNode body) {
    if (body.has(field)) {
      throw new OrgTables.Refused(
          400, "INVALID_FIELD", "The %s field should not be specified".formatted(field), field);
    }
    var found = tables.find(object, field, value);
    if (found.size() > 1) {
      var addresses = JSON.createArrayNode();
      found.forEach(id -> addresses.add("/services/data/v62.0/sobjects/" + object + "/" + id));
      throw new OrgTables.Refused(300, addresses);
    }
    if (found.size() == 1) {
      tables.update(object, found.getFirst(), body);
      return new Said(
          200,
          JSON.createObjectNode()
              .put("id", found.getFirst())
              .put("success", true)
              .put("created", false));
    }
    var row = JSON.createObjectNode().put(field, value);
    row.setAll((tools.jackson.databind.node.ObjectNode) body);
    return created(tables.insert(object, row));
  }

  private static Said created(String id) {
    var body = JSON.createObjectNode().put("id", id).put("success", true);
    body.putArray("errors");
    return new Said(201, body);
  }

  private JsonNode composite(JsonNode request) {
    var parts = request.path("compositeRequest");
    if (parts.size() > 25 || !request.path("allOrNone").isBoolean()) {
      throw new OrgTables.Refused(400, "LIMIT_EXCEEDED", "Limit exceeded");
    }
    var results = new HashMap<String, Said>();
    var answer = JSON.createObjectNode();
    var list = answer.putArray("compositeResponse");
    for (var part : parts) {
      var id = part.path("referenceId").stringValue();
      var said = part(part, results);
      results.put(id, said);
      var shown = list.addObject().put("httpStatusCode", said.status).put("referenceId", id);
      shown.set("body", said.body.isMissingNode() ? JSON.nullNode() : said.body);
      shown.putObject("httpHeaders");
    }
    return answer;
  }

  private Said part(JsonNode part, Map<String, Said> results) {
    try {
      var text = replaced(part.toString(), results);
      var resolved = JSON.readTree(text);
      return dispatch(
          resolved.path("method").stringValue(),
          resolved.path("url").stringValue().replaceFirst("^/services/data/v\\d+\\.0", ""),
          resolved.path("body"));
    } catch (OrgTables.Refused e) {
      return new Said(e.status, e.body);
    }
  }

  private static String replaced(String text, Map<String, Said> results) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            found -> {
              var said = results.get(found.group(1));
              var value = said == null ? null : said.body.path(found.group(2)).asString(null);
              if (value == null) {
                throw new OrgTables.Refused(
                    400, "PROCESSING_HALTED", "Invalid reference specified");
              }
              return value;
            });
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String text(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    var bytes =
        body.isMissingNode() ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json;charset=UTF-8");
    exchange
        .getResponseHeaders()
        .add("Sforce-Limit-Info", "api-usage=%d/%d".formatted(used.get(), limit));
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package com.aftercall.playback.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Amazon CloudFront's REST API of 2020-05-31 as far as reading goes: answers in the shapes of its
 * published XML, a page of one distribution at a time, and notes every call that is not signed for
 * it, is no GET, or has a path or parameter that the API has not.
 */
final class CloudFrontDouble implements AutoCloseable {

  private static final String NAMESPACE = "http://cloudfront.amazonaws.com/doc/2020-05-31/";
  private static final Pattern PATH =
      Pattern.compile(
          "/2020-05-31/(distribution|distribution/[A-Z0-9]+|key-group/[a-z0-9-]+|public-key/[A-Z0-9]+)");

  private final HttpServer server;
  private final List<Listed> listed = new ArrayList<>();
  private final Map<String, String> answers = new LinkedHashMap<>();
  private final List<String> errors = new ArrayList<>();
  final List<String> faults = new ArrayList<>();
  final List<String> calls = new ArrayList<>();

  private record Listed(String id, String domainName, String alias) {}

  CloudFrontDouble() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * A distribution.
   *
   * @param behaviors XML of CacheBehavior elements; empty: none
   * @param defaultBehavior XML of what is in DefaultCacheBehavior
   * @param origin XML of what is in its one origin, beside id and domain name
   */
  void put(String id, String alias, String behaviors, String defaultBehavior, String origin) {
    var domainName = id.toLowerCase(java.util.Locale.ROOT) + ".cloudfront.net";
    listed.add(new Listed(id, domainName, alias));
    answers.put(
        "/2020-05-31/distribution/" + id,
        """
        <Distribution xmlns="%s"><Id>%s</Id><ARN>arn:aws:cloudfront::123456789012:distribution/%s</ARN>
          <Status>Deployed</Status><LastModifiedTime>2026-11-20T10:00:00Z</LastModifiedTime>
          <InProgressInvalidationBatches>0</InProgressInvalidationBatches>
          <DomainName>%s</DomainName>
          <ActiveTrustedSigners><Enabled>true</Enabled><Quantity>1</Quantity><Items><Signer>
            <AwsAccountNumber>self</AwsAccountNumber><KeyPairIds><Quantity>1</Quantity><Items>
            <KeyPairId>APKAOLDKEYPAIR</KeyPairId></Items></KeyPairIds></Signer></Items>
          </ActiveTrustedSigners>
          <DistributionConfig><CallerReference>1</CallerReference>
            <Aliases><Quantity>1</Quantity><Items><CNAME>%s</CNAME></Items></Aliases>
            <DefaultRootObject></DefaultRootObject>
            <Origins><Quantity>1</Quantity><Items><Origin><Id>bucket</Id>
              <DomainName>calls.s3.eu-central-1.amazonaws.com</DomainName>%s</Origin></Items></Origins>
            <DefaultCacheBehavior><TargetOriginId>bucket</TargetOriginId>%s
              <ViewerProtocolPolicy>redirect-to-https</ViewerProtocolPolicy></DefaultCacheBehavior>
            <CacheBehaviors>%s</CacheBehaviors>
            <Comment></Comment><Enabled>true</Enabled></DistributionConfig>
        </Distribution>
        """
            .formatted(
                NAMESPACE,
                id,
                id,
                domainName,
                alias,
                origin,
                defaultBehavior,
                behaviors.isEmpty()
                    ? "<Quantity>0</Quantity>"
                    : "<Quantity>1</Quantity><Items>" + behaviors + "</Items>"));
  }

  void putKeyGroup(String id, String name, String publicKeyId) {
    answers.put(
        "/2020-05-31/key-group/" + id,
        """
        <KeyGroup xmlns="%s"><Id>%s</Id><LastModifiedTime>2026-11-20T10:00:00Z</LastModifiedTime>
          <KeyGroupConfig><Name>%s</Name><Items><PublicKey>%s</PublicKey></Items></KeyGroupConfig>
        </KeyGroup>
        """
            .formatted(NAMESPACE, id, name, publicKeyId));
  }

  void putPublicKey(String id, String pem) {
    answers.put(
        "/2020-05-31/public-key/" + id,
        """
        <PublicKey xmlns="%s"><Id>%s</Id><CreatedTime>2026-11-20T10:00:00Z</CreatedTime>
          <PublicKeyConfig><CallerReference>1</CallerReference><Name>calls</Name>
          <EncodedKey>%s</EncodedKey></PublicKeyConfig></PublicKey>
        """
            .formatted(NAMESPACE, id, pem));
  }

  /** The next answers, before it works again: {@code status code}. */
  void fail(String... next) {
    errors.addAll(List.of(next));
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
    calls.add(path);
    check(exchange.getRequestMethod().equals("GET"), "changes something: " + path);
    check(PATH.matcher(path).matches(), "no path of this API: " + path);
    check(query.matches("(Marker=[A-Z0-9]+)?"), "unknown parameters: " + query);
    check(
        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
            .contains("/us-east-1/cloudfront/aws4_request"),
        "not signed for this service");
    if (!errors.isEmpty()) {
      var error = errors.removeFirst().split(" ");
      send(exchange, Integer.parseInt(error[0]), error(error[1]));
    } else if (path.endsWith("/distribution")) {
      send(exchange, 200, page(query.replace("Marker=", "")));
    } else if (answers.containsKey(path)) {
      send(exchange, 200, answers.get(path));
    } else {
      send(exchange, 404, error("NoSuchResource"));
    }
  }

  private String page(String marker) {
    var place = marker.isEmpty() ? 0 : Integer.parseInt(marker);
    if (listed.isEmpty()) {
      return list("", false, "");
    }
    var one = listed.get(place);
    var last = place == listed.size() - 1;
    var item =
        """
        <DistributionSummary><Id>%s</Id><Status>Deployed</Status><DomainName>%s</DomainName>
          <Aliases><Quantity>1</Quantity><Items><CNAME>%s</CNAME></Items></Aliases>
          <Enabled>true</Enabled></DistributionSummary>
        """
            .formatted(one.id(), one.domainName(), one.alias());
    return list(item, !last, Integer.toString(place + 1));
  }

  private static String list(String items, boolean more, String next) {
    return """
    <DistributionList xmlns="%s"><Marker></Marker>%s<MaxItems>1</MaxItems>
      <IsTruncated>%s</IsTruncated><Quantity>1</Quantity><Items>%s</Items></DistributionList>
    """
        .formatted(NAMESPACE, more ? "<NextMarker>" + next + "</NextMarker>" : "", more, items);
  }

  private static String error(String code) {
    return """
    <ErrorResponse xmlns="%s"><Error><Type>Sender</Type><Code>%s</Code>
      <Message>told by the double</Message></Error><RequestId>1</RequestId></ErrorResponse>
    """
        .formatted(NAMESPACE, code);
  }

  private void check(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package com.aftercall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.contact.SampleRecord;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The original's named credential and AWS's own SDK as callers, and the links that they get. */
class InvocationIT extends RunningServer {

  private static final String FUNCTION = "sfGenerateAudioRecordingStreamingURL";
  private static final String PATH = "/2015-03-31/functions/" + FUNCTION + "/invocations";
  private static final String NO_KEY =
      "{\"CloudFrontPrivateKey\": null, \"CloudFrontAccessKeyID\": null}";
  private static final String RECORDING =
      "amazon-connect-it/connect/it/CallRecordings/2026/11/20/a_20261120T09:14_UTC.wav";

  private final JdbcTemplate jdbc;
  private final byte[] audio = fixture("journey/recording-9s-8khz.wav");
  private AwsBasicCredentials key = AwsBasicCredentials.create("none", "none");

  @Autowired
  InvocationIT(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @BeforeAll
  void record() {
    key = newKey();
    api().record("invocation", RECORDING, audio);
  }

  @AfterEach
  void clockAndSecretAreAsBefore() {
    ahead = Duration.ZERO;
    api().changeCredentials(NO_KEY);
  }

  private AwsBasicCredentials newKey() {
    var created = api().post("/api/v1/access-keys", "{\"name\": \"Salesforce\"}");
    assertThat(created.status()).isEqualTo(201);
    return AwsBasicCredentials.create(
        created.json().path("id").asString(), created.json().path("secret").asString());
  }

  private LambdaClient lambda(AwsBasicCredentials credentials) {
    return LambdaClient.builder()
        .endpointOverride(api().address())
        .region(Region.US_WEST_2)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(c -> c.retryStrategy(RetryMode.STANDARD))
        .build();
  }

  private InvokeResponse invoke(AwsBasicCredentials as, Consumer<InvokeRequest.Builder> call) {
    try (var client = lambda(as)) {
      return client.invoke(
          request -> {
            request.functionName(FUNCTION).payload(event(RECORDING));
            call.accept(request);
          });
    }
  }

  private static SdkBytes event(String path) {
    return SdkBytes.fromUtf8String("{\"recordingPath\": \"" + path + "\"}");
  }

  private String linkTo(String path) {
    var answer = invoke(key, request -> request.payload(event(path)));
    assertThat(answer.functionError()).isNull();
    return JsonMapper.shared().readTree(answer.payload().asUtf8String()).asString();
  }

  private Api.Answer follow(String link, String... headers) {
    var url = URI.create(link);
    assertThat(link).startsWith(api().address().toString());
    return api().withoutToken().get(url.getRawPath() + "?" + url.getRawQuery(), headers);
  }

  @Test
  void sdkGetsALinkThatPlays() {
    var link = linkTo(RECORDING);

    assertThat(link)
        .matches(
            "http://127.0.0.1:\\d+/recordings/connect/it/CallRecordings/2026/11/20/"
                + "a_20261120T09:14_UTC.wav\\?Expires=\\d+&Signature=[A-Za-z0-9_~-]+&Key-Pair-Id=K[A-Z0-9]{13}");
    assertThat(follow(link).body()).isEqualTo(audio);
    assertThat(follow(link).header("Content-Type")).isEqualTo("audio/wav");
    var part = follow(link, "Range", "bytes=10-19");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "/, /", "/, ''", "'', /"})
  void slashAtTheEndDoesNotMatterSignedOrSent(String signed, String sent) {
    var answer = call(PATH + signed, PATH + sent, "{\"recordingPath\": \"" + RECORDING + "\"}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().asString()).contains("/recordings/connect/it/");
  }

  private Api.Answer call(String signedPath, String sentPath, String body) {
    return call(signedPath, sentPath, body, body);
  }

  private Api.Answer call(String signedPath, String sentPath, String signedBody, String body) {
    return api()
        .withoutToken()
        .send(
            "POST",
            sentPath,
            BodyPublishers.ofString(body),
            signature("lambda", signedPath, signedBody).toArray(String[]::new));
  }

  private List<String> signature(String service, String path, String body) {
    var request =
        AwsV4HttpSigner.create()
            .sign(
                r ->
                    r.identity(key)
                        .request(
                            SdkHttpRequest.builder()
                                .method(SdkHttpMethod.POST)
                                .uri(api().address().resolve(path))
                                .putHeader("Content-Type", "application/json")
                                .build())
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-west-2"))
            .request();
    return request.headers().entrySet().stream()
        .filter(header -> !header.getKey().equalsIgnoreCase("Host"))
        .flatMap(header -> Stream.of(header.getKey(), header.getValue().getFirst()))
        .toList();
  }

  @Test
  void signatureForAnotherServiceAndHeadersOutsideItAreRefused() {
    var forOthers = signature("s3", PATH, "{}");
    var more = new ArrayList<>(signature("lambda", PATH, "{}"));
    more.addAll(List.of("X-Amz-Invocation-Type", "DryRun"));
    var otherDay = new ArrayList<>(signature("lambda", PATH, "{}"));
    otherDay.replaceAll(value -> value.replaceFirst("/20\\d{6}/", "/20010101/"));
    var withoutHost = new ArrayList<>(signature("lambda", PATH, "{}"));
    withoutHost.replaceAll(value -> value.replace("host;", ""));

    notSigned(forOthers, "correct service");
    notSigned(more, "'x-amz-invocation-type' must be");
    notSigned(otherDay, "Date in Credential scope");
    notSigned(withoutHost, "'Host' must be");
  }

  private void notSigned(List<String> headers, String why) {
    var answer =
        api()
            .withoutToken()
            .send("POST", PATH, BodyPublishers.ofString("{}"), headers.toArray(String[]::new));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("InvalidSignatureException");
    assertThat(answer.json().path("message").asString()).contains(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"recordingPath\": null}",
        "{\"recordingPath\": \"\"}",
        "{\"recordingPath\": \"null\"}"
      })
  void withoutAPathTheAnswerIsNull(String event) {
    var answer = invoke(key, request -> request.payload(SdkBytes.fromUtf8String(event)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.payload().asUtf8String()).isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amazon-connect-it/connect/it/CallRecordings/other.wav",
        "connect/it/CallRecordings/2026/11/20/a_20261120T09:14_UTC.wav",
        "amazon-connect-it/../operator.token",
        "nowhere"
      })
  void pathOfNoContactIsDenied(String path) {
    denied(path);
  }

  private void denied(String path) {
    refused("AccessDeniedException", key, request -> request.payload(event(path)));
  }

  private void refused(String type, AwsBasicCredentials as, Consumer<InvokeRequest.Builder> call) {
    assertThatExceptionOfType(LambdaException.class)
        .isThrownBy(() -> invoke(as, call))
        .satisfies(
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(type);
              assertThat(e.awsErrorDetails().errorMessage()).isNotBlank();
            });
  }

  @Test
  void contactInTheBinIsDeniedAndItsLinkEnds() {
    var location = RECORDING.replace("/a_", "/bin_");
    api().record("invocation-bin", location, audio);
    var link = linkTo(location);
    assertThat(follow(link).status()).isEqualTo(200);

    jdbc.update("update contact set deleted_at = now() where contact_id = 'invocation-bin'");

    denied(location);
    assertThat(follow(link).status()).isEqualTo(404);
  }

  @Test
  void recordingsOfOneNameInTwoBucketsKeepTheirBuckets() {
    var first = "bucket-one/connect/same name é.wav";
    var second = "bucket-two/connect/same name é.wav";
    api().store("bucket-one/connect/same%20name%20%C3%A9.wav", audio);
    api().store("bucket-two/connect/same%20name%20%C3%A9.wav", audio);
    api()
        .hand(
            SampleRecord.of("one")
                .recordedAt(first)
                .attribute("postcallRecordingImportEnabled", "true"));
    api().settled("one");
    var alone = linkTo(first);
    api()
        .hand(
            SampleRecord.of("two")
                .recordedAt(second)
                .attribute("postcallRecordingImportEnabled", "true"));
    api().settled("two");

    assertThat(alone).contains("/recordings/connect/same%20name%20%C3%A9.wav?");
    assertThat(linkTo(second)).contains("/recordings/bucket-two/connect/same%20name%20%C3%A9.wav?");
    assertThat(follow(linkTo(second)).status()).isEqualTo(200);
    assertThat(follow(alone).status()).isEqualTo(404);
  }

  @Test
  void functionIsKnownByNameAndByArnAndNoOtherIs() {
    var arn = "arn:aws:lambda:us-west-2:123456789012:function:" + FUNCTION;

    assertThat(invoke(key, r -> r.functionName(arn)).statusCode()).isEqualTo(200);
    assertThat(invoke(key, r -> r.functionName(arn + ":$LATEST")).statusCode()).isEqualTo(200);
    assertThat(invoke(key, r -> r.qualifier("$LATEST")).statusCode()).isEqualTo(200);
    refused("ResourceNotFoundException", key, r -> r.functionName("sfInvokeAPI"));
  }

  @Test
  void dryRunSaysWhetherItWouldBeAllowed() {
    assertThat(invoke(key, r -> r.invocationType(InvocationType.DRY_RUN)).statusCode())
        .isEqualTo(204);
    refused("InvalidParameterValueException", key, r -> r.invocationType(InvocationType.EVENT));
  }

  @Test
  void otherKeysAndSecretsAreRefused() {
    var revoked = newKey();
    assertThat(invoke(revoked, r -> {}).statusCode()).isEqualTo(200);
    assertThat(api().delete("/api/v1/access-keys/" + revoked.accessKeyId()).status())
        .isEqualTo(204);

    refused("UnrecognizedClientException", revoked, r -> {});
    refused(
        "InvalidSignatureException",
        AwsBasicCredentials.create(key.accessKeyId(), revoked.secretAccessKey()),
        r -> {});
    assertThat(api().delete("/api/v1/access-keys/" + revoked.accessKeyId()).status())
        .isEqualTo(404);
  }

  @Test
  void callThatIsNotSignedIsRefusedEvenWithAToken() {
    var answer = api().post(PATH, "{}");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("IncompleteSignatureException");
    assertThat(api().withoutToken().post(PATH, "{}").header("x-amzn-ErrorType"))
        .isEqualTo("MissingAuthenticationTokenException");
  }

  @Test
  void changedBodyAndPathAreRefused() {
    var body = "{\"recordingPath\": \"" + RECORDING + "\"}";

    for (var answer :
        new Api.Answer[] {
          call(PATH, PATH, "{}", body), call(PATH.replace("sf", "xx"), PATH, body)
        }) {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("InvalidSignatureException");
    }
  }

  @Test
  void bodyThatIsNoJsonOrTooLargeIsRefused() {
    assertThat(call(PATH, PATH, "no JSON").header("x-amzn-ErrorType"))
        .isEqualTo("InvalidRequestContentException");
    assertThat(call(PATH, PATH, "1".repeat(65_537)).status()).isEqualTo(413);
  }

  @Test
  void clocksMayDifferByAQuarterOfAnHour() {
    for (var minutes : new int[] {14, -14}) {
      ahead = Duration.ofMinutes(minutes);
      assertThat(call(PATH, PATH, "{}").status()).isEqualTo(200);
    }
    for (var minutes : new int[] {16, -16}) {
      ahead = Duration.ofMinutes(minutes);
      var answer = call(PATH, PATH, "{}");
      assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("InvalidSignatureException");
      assertThat(answer.json().path("message").asString())
          .startsWith(minutes > 0 ? "Signature expired" : "Signature not yet current");
    }
  }

  @Test
  void linkEndsAndIsRefusedWhenChanged() {
    var link = linkTo(RECORDING);

    refused(link.replace("a_2026", "b_2026"), "changed");
    refused(link + "&x=1", "changed");
    refused(link.replaceFirst("Expires=\\d", "Expires=9"), "changed");
    refused(link.replaceFirst("Key-Pair-Id=K.", "Key-Pair-Id=K"), "not trusted");
    refused(link.substring(0, link.indexOf("&Signature")), "not whole");
    ahead = Duration.ofMinutes(61);
    refused(link, "has ended");
  }

  private void refused(String link, String why) {
    var answer = follow(link);
    assertThat(answer.status()).as(why).isEqualTo(403);
    assertThat(answer.json().path("detail").asString()).contains(why);
  }

  @Test
  void keysRotateAndOldLinksGoOnUntilTheKeyIsRetired() {
    var old = linkTo(RECORDING);
    jdbc.update("update signing_key set signs_until = now() - interval '1 second'");
    var renewed = linkTo(RECORDING);

    assertThat(keyIn(renewed)).isNotEqualTo(keyIn(old));
    assertThat(follow(old).status()).isEqualTo(200);
    assertThat(follow(renewed).status()).isEqualTo(200);
    assertThat(
            api()
                .get("/api/v1/signing-keys")
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString()))
        .startsWith(keyIn(renewed))
        .contains(keyIn(old));
    assertThat(api().delete("/api/v1/signing-keys/" + keyIn(old)).status()).isEqualTo(204);
    refused(old, "not trusted");
    assertThat(follow(renewed).status()).isEqualTo(200);
  }

  private static String keyIn(String link) {
    return link.substring(link.indexOf("Key-Pair-Id=") + "Key-Pair-Id=".length());
  }

  @Test
  void keyOfTheSecretSignsAsSoonAsItIsThere() throws Exception {
    JsonNode vectors =
        JsonMapper.shared().readTree(fixture("playback/cloudfront-signed-urls.json"));
    var fields = JsonMapper.shared().createObjectNode();
    fields.put("CloudFrontPrivateKey", vectors.path("secretFieldValue_seedTransform").asString());
    fields.put("CloudFrontAccessKeyID", "K2EXAMPLEKEYID");
    var own = linkTo(RECORDING);
    api().changeCredentials(fields.toString());

    var link = linkTo(RECORDING);

    assertThat(keyIn(link)).isEqualTo("K2EXAMPLEKEYID");
    assertThat(follow(link).status()).isEqualTo(200);
    assertThat(follow(own).status()).isEqualTo(200);
    var shown = api().get("/api/v1/salesforce-credentials");
    assertThat(shown.text()).doesNotContain("MII");
    assertThat(shown.json().path("fields").valueStream().map(JsonNode::asString))
        .containsExactly("CloudFrontPrivateKey", "CloudFrontAccessKeyID");
    assertThat(shown.json().path("signingKey").path("bits").asInt()).isEqualTo(2048);
    assertThat(String.join("\n", LOGGED)).doesNotContain("MIIE");
  }

  @Test
  void fieldThatIsNoneAndKeyThatIsNoneAreRefused() {
    for (var fields : new String[] {"{\"Pasword\": \"x\"}", "{\"CloudFrontPrivateKey\": \"x\"}"}) {
      assertThat(api().patch("/api/v1/salesforce-credentials", fields).status()).isEqualTo(400);
    }
  }

  @Test
  void answersAreAsDescribed() {
    var described = new Described(api().get("/openapi").json());
    linkTo(RECORDING);
    for (var path :
        new String[] {
          "/api/v1/access-keys", "/api/v1/signing-keys", "/api/v1/salesforce-credentials"
        }) {
      var answer = api().get(path);
      assertThat(described.faults("get", path, 200, "application/json", answer.json())).isEmpty();
      assertThat(answer.text()).doesNotContain(key.secretAccessKey());
    }
  }

  @Test
  void secretsAndLinksAreNotLogged() {
    var link = linkTo(RECORDING);
    follow(link);
    follow(link.replace("Expires=", "Expires=1"));
    refused(
        "InvalidSignatureException", AwsBasicCredentials.create(key.accessKeyId(), "x"), r -> {});

    var signature = Objects.requireNonNull(URI.create(link).getQuery()).split("&")[1];
    assertThat(String.join("\n", LOGGED))
        .doesNotContain(key.secretAccessKey())
        .doesNotContain(signature);
  }
}

package com.aftercall.playback.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.aws.TestAwsClients;
import com.aftercall.playback.spi.Distribution;
import com.aftercall.playback.spi.DistributionUnreadable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CloudFrontDistributionsTest {

  private static final String TRUSTS_GROUP =
      "<TrustedKeyGroups><Enabled>true</Enabled><Quantity>1</Quantity><Items>"
          + "<KeyGroup>group-1</KeyGroup></Items></TrustedKeyGroups>";

  private static final String EDGE =
      "<LambdaFunctionAssociations><Quantity>2</Quantity><Items><LambdaFunctionAssociation>"
          + "<LambdaFunctionARN>arn:aws:lambda:us-east-1:123456789012:function:sfSig4RequestToS3:3"
          + "</LambdaFunctionARN><EventType>origin-request</EventType></LambdaFunctionAssociation>"
          + "<LambdaFunctionAssociation><LambdaFunctionARN>arn:aws:lambda:us-east-1:123456789012:"
          + "function:other:1</LambdaFunctionARN><EventType>viewer-request</EventType>"
          + "</LambdaFunctionAssociation></Items></LambdaFunctionAssociations>";

  private final CloudFrontDouble amazon = started();

  private static CloudFrontDouble started() {
    try {
      return new CloudFrontDouble();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeAll
  static void beSomebody() {
    System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
    System.setProperty("aws.secretAccessKey", "secret");
  }

  @AfterAll
  static void beNobody() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @AfterEach
  void everyCallFitsTheApi() {
    amazon.close();
    assertThat(amazon.faults).isEmpty();
  }

  private Optional<Distribution> find(String domainName) throws DistributionUnreadable {
    try (var source =
        CloudFrontDistributions.with(TestAwsClients.at("cloudfront", amazon.address()))) {
      return source.find(domainName);
    }
  }

  @Test
  void distributionIsReadWithItsBehaviorsOriginAndKeys() throws DistributionUnreadable {
    amazon.put(
        "E1",
        "calls.example.com",
        "<CacheBehavior><PathPattern>connect/*</PathPattern><TargetOriginId>bucket</TargetOriginId>"
            + TRUSTS_GROUP
            + EDGE
            + "</CacheBehavior>",
        "<TrustedSigners><Enabled>true</Enabled><Quantity>1</Quantity></TrustedSigners>",
        "<OriginPath>/connect</OriginPath><S3OriginConfig><OriginAccessIdentity>"
            + "</OriginAccessIdentity></S3OriginConfig><OriginAccessControlId>EOAC"
            + "</OriginAccessControlId>");
    amazon.putKeyGroup("group-1", "Calls", "K2EXAMPLEKEYID");
    amazon.putPublicKey("K2EXAMPLEKEYID", "pem of it");

    var found = find("e1.cloudfront.net").orElseThrow();

    assertThat(found.enabled()).isTrue();
    assertThat(found.deployed()).isTrue();
    assertThat(found.signerKeys()).containsExactly("APKAOLDKEYPAIR");
    assertThat(found.origins())
        .containsEntry(
            "bucket",
            new Distribution.Origin(
                "calls.s3.eu-central-1.amazonaws.com", "/connect", true, false));
    assertThat(found.keyGroups())
        .containsEntry(
            "group-1", new Distribution.KeyGroup("Calls", Map.of("K2EXAMPLEKEYID", "pem of it")));
    var calls = found.behaviorOf("connect/x.wav");
    assertThat(calls.keyGroups()).containsExactly("group-1");
    assertThat(calls.trustsSigners()).isFalse();
    assertThat(calls.edgeFunctions()).singleElement().asString().contains("sfSig4RequestToS3");
    var other = found.behaviorOf("Analysis/x.wav");
    assertThat(other.keyGroups()).isEmpty();
    assertThat(other.trustsSigners()).isTrue();
  }

  @Test
  void otherNameIsFoundOnALaterPage() throws DistributionUnreadable {
    for (var id : new String[] {"E1", "E2", "E3"}) {
      amazon.put(id, id.toLowerCase(java.util.Locale.ROOT) + ".example.com", "", "", "");
    }

    assertThat(find("E3.Example.com").orElseThrow().id()).isEqualTo("E3");
    assertThat(find("e4.example.com")).isEmpty();
  }

  @Test
  void accountWithoutDistributionsHasNone() throws DistributionUnreadable {
    assertThat(find("e1.cloudfront.net")).isEmpty();
  }

  @Test
  void whatMayNotBeReadNamesThePermissions() {
    amazon.fail("403 AccessDenied");

    assertThatExceptionOfType(DistributionUnreadable.class)
        .isThrownBy(() -> find("e1.cloudfront.net"))
        .satisfies(e -> assertThat(e.cure()).contains("cloudfront:ListDistributions"));
  }

  @Test
  void oneThrottledCallIsPassedOver() throws DistributionUnreadable {
    amazon.put("E1", "calls.example.com", "", "", "");
    amazon.fail("400 Throttling", "500 InternalError");

    assertThat(find("calls.example.com")).isPresent();
  }

  @Test
  void lastingFailureIsToldWithItsCode() {
    amazon.fail("400 InvalidArgument");

    assertThatExceptionOfType(DistributionUnreadable.class)
        .isThrownBy(() -> find("e1.cloudfront.net"))
        .satisfies(e -> assertThat(e.found()).contains("InvalidArgument", "400"));
  }
}

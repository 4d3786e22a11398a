package com.aftercall.storage.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.doctor.Finding.Verdict;
import com.aftercall.storage.S3Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BucketChecksTest {

  private static final String ORIGIN = "https://example.lightning.force.com";

  @RegisterExtension private final S3Double amazon = new S3Double();

  private BucketsCheck buckets(String... names) {
    return new BucketsCheck(
        new S3Settings(List.of(names), null, null, true, null, List.of()), amazon.clients());
  }

  private BucketOriginsCheck origins(String... origins) {
    return new BucketOriginsCheck(
        new S3Settings(List.of("calls"), null, null, true, null, List.of(origins)),
        amazon.clients());
  }

  private void list(String contents) {
    amazon.answerNext(200, "<ListBucketResult>%s</ListBucketResult>".formatted(contents));
  }

  @Test
  void withoutBucketsNothingIsAsked() {
    assertThat(buckets().run().verdict()).isEqualTo(Verdict.NOT_USED);
    assertThat(origins().run().verdict()).isEqualTo(Verdict.NOT_USED);
    assertThat(amazon.asked).isEmpty();
  }

  @Test
  void starNamesNoBucketThatCouldBeLookedAt() {
    assertThat(buckets("*").run().verdict()).isEqualTo(Verdict.WARNING);
  }

  @Test
  void bucketThatIsListedAndReadIsAsItShouldBe() {
    list("<Contents><Key>a b.wav</Key><Size>7</Size></Contents>");
    amazon.answerNext(206, "R");
    list("");

    var finding = buckets("calls", "transcripts").run();

    assertThat(finding.verdict()).isEqualTo(Verdict.OK);
    assertThat(finding.found())
        .isEqualTo("calls: listed and read. transcripts: reached, and empty.");
    assertThat(amazon.asked("GET").get(1).header("range")).isEqualTo("bytes=0-0");
  }

  @Test
  void keyThatMayNotBeUsedIsSeenByReading() {
    list("<Contents><Key>a.wav</Key><Size>7</Size></Contents>");
    amazon.failNext(403, "AccessDenied", "not authorized to perform: kms:Decrypt");

    var finding = buckets("calls").run();

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.found()).isEqualTo("calls: its KMS key may not be used.");
    assertThat(finding.cure()).contains("allow kms:Decrypt");
  }

  @Test
  void preflightThatPassesIsAsItShouldBe() {
    amazon.allowedOrigins.add(ORIGIN);
    amazon.answerNext(200, "<CORSConfiguration></CORSConfiguration>");

    var finding = origins(ORIGIN).run();

    assertThat(finding.verdict()).as(finding.found()).isEqualTo(Verdict.OK);
    assertThat(finding.found()).isEqualTo("calls lets %s read.".formatted(ORIGIN));
    var preflight = amazon.asked("OPTIONS").getFirst();
    assertThat(preflight.target()).isEqualTo("/calls/aftercall-preflight");
    assertThat(preflight.header("access-control-request-headers")).isEqualTo("range");
  }

  @Test
  void ruleWithASlashAtItsEndIsFound() {
    amazon.answerNext(
        200,
        """
        <CORSConfiguration><CORSRule><AllowedOrigin>%s/</AllowedOrigin>
        <AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>
        """
            .formatted(ORIGIN));

    var finding = origins(ORIGIN + "/").run();

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.found())
        .contains("A CORS rule of calls allows %s/".formatted(ORIGIN))
        .contains("%s/ ends with a slash".formatted(ORIGIN))
        .contains("calls does not let %s read: HTTP 403.".formatted(ORIGIN));
    assertThat(finding.cure())
        .contains("Remove the slash from the rule.", "Allow the origin %s,".formatted(ORIGIN));
  }

  @Test
  void bucketWithoutRulesIsSaidToHaveNone() {
    amazon.failNext(404, "NoSuchCORSConfiguration", "The CORS configuration does not exist");

    var finding = origins(ORIGIN).run();

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.found()).startsWith("calls has no CORS rules.");
  }
}

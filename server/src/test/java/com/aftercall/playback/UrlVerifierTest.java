package com.aftercall.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.playback.LinkRefused.Reason;
import com.aftercall.secrets.RsaPrivateKeys;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudfront.CloudFrontUtilities;
import software.amazon.awssdk.services.cloudfront.model.CannedSignerRequest;
import software.amazon.awssdk.services.cloudfront.model.CustomSignerRequest;
import tools.jackson.databind.JsonNode;

class UrlVerifierTest {

  private static final String ADDRESS = "192.0.2.17";
  private static final String URL = "https://media.example.com/connect/a/b:c.wav";

  private final Map<String, PublicKey> group =
      new HashMap<>(
          Map.of(
              Vectors.KEY_ID,
              RsaPrivateKeys.publicHalf(Vectors.KEY),
              Vectors.ELLIPTIC_KEY.id(),
              Vectors.ELLIPTIC_KEY.publicKey()));
  private Instant now = Vectors.END.minusSeconds(1);
  private final UrlVerifier verifier =
      new UrlVerifier(id -> Optional.ofNullable(group.get(id)), () -> now);
  private final UrlSigner signer = new UrlSigner(Vectors.KEY_ID, Vectors.KEY, SignatureHash.SHA1);

  private Instant verify(String link) throws LinkRefused {
    return verify(link, ADDRESS);
  }

  private Instant verify(String link, String address) throws LinkRefused {
    var parts = link.split("\\?", 2);
    return verifier.verify(parts[0], parts.length > 1 ? parts[1] : "", address).policy().endsAt();
  }

  private void refused(String link, Reason reason) {
    assertThatExceptionOfType(LinkRefused.class)
        .isThrownBy(() -> verify(link))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
        .withMessage(reason.sentence());
  }

  static Stream<String> linksOfOthers() {
    return Stream.concat(
            Stream.concat(
                Vectors.CANNED.path("vectors").valueStream().map(v -> v.path("signedUrl")),
                Stream.concat(
                    Stream.of(Vectors.CUSTOM.path("cannedSha256")),
                    Vectors.ELLIPTIC.path("links").valueStream())),
            Vectors.CUSTOM
                .path("custom")
                .valueStream()
                .flatMap(v -> Stream.of(v.path("sha1"), v.path("sha256"))))
        .map(JsonNode::asString);
  }

  @ParameterizedTest
  @MethodSource("linksOfOthers")
  void linksOfTheOriginalAndOfBotocoreAreGood(String link) throws LinkRefused {
    assertThat(verify(link)).isEqualTo(Vectors.END);
  }

  @ParameterizedTest
  @MethodSource("linksOfOthers")
  void theyEndOnTheSecond(String link) {
    now = Vectors.END;

    refused(link, Reason.ENDED);
  }

  @Test
  void linksOfTheAwsSdkAreGood() throws LinkRefused {
    var utilities = CloudFrontUtilities.create();
    var canned =
        utilities.getSignedUrlWithCannedPolicy(
            CannedSignerRequest.builder()
                .resourceUrl(URL)
                .privateKey(Vectors.KEY)
                .keyPairId(Vectors.KEY_ID)
                .expirationDate(Vectors.END)
                .build());
    var custom =
        utilities.getSignedUrlWithCustomPolicy(
            CustomSignerRequest.builder()
                .resourceUrl(URL)
                .privateKey(Vectors.KEY)
                .keyPairId(Vectors.KEY_ID)
                .activeDate(Vectors.END.minusSeconds(60))
                .expirationDate(Vectors.END)
                .ipRange("192.0.2.0/24")
                .build());

    assertThat(verify(canned.url())).isEqualTo(Vectors.END);
    assertThat(verify(custom.url())).isEqualTo(Vectors.END);
    var elliptic =
        utilities.getSignedUrlWithCannedPolicy(
            CannedSignerRequest.builder()
                .resourceUrl(URL)
                .privateKey(Vectors.ELLIPTIC_KEY.privateKey())
                .keyPairId(Vectors.ELLIPTIC_KEY.id())
                .expirationDate(Vectors.END)
                .build());
    assertThat(verify(elliptic.url())).isEqualTo(Vectors.END);
  }

  @ParameterizedTest
  @EnumSource(SignatureHash.class)
  void linksOfAnEllipticKeyAreGoodAsLongAsNothingIsChanged(SignatureHash hash) throws LinkRefused {
    var link =
        new UrlSigner(Vectors.ELLIPTIC_KEY.id(), Vectors.ELLIPTIC_KEY.privateKey(), hash)
            .signCanned(URL, Vectors.END);

    assertThat(verify(link)).isEqualTo(Vectors.END);
    refused(link.replace("/b:c", "/b:d"), Reason.CHANGED);
    refused(link.replace(Vectors.ELLIPTIC_KEY.id(), Vectors.KEY_ID), Reason.CHANGED);
    refused(link.replaceFirst("Signature=...", "Signature=AAA"), Reason.CHANGED);
  }

  /** Of an ECDSA signature anybody can make another; the link is the same nevertheless. */
  @Test
  void linkIsKnownByWhatWasSigned() throws LinkRefused {
    var signer =
        new UrlSigner(
            Vectors.ELLIPTIC_KEY.id(), Vectors.ELLIPTIC_KEY.privateKey(), SignatureHash.SHA1);
    var one = signer.signCanned(URL, Vectors.END);
    var two = signer.signCanned(URL, Vectors.END);
    assertThat(one).isNotEqualTo(two);

    assertThat(verifier.verify(URL, queryOf(one), ADDRESS).hash())
        .isEqualTo(verifier.verify(URL, queryOf(two), ADDRESS).hash())
        .isEqualTo(
            new SignedPolicy(Vectors.ELLIPTIC_KEY.id(), UrlPolicy.canned(URL, Vectors.END)).hash())
        .isNotEqualTo(new SignedPolicy(Vectors.KEY_ID, UrlPolicy.canned(URL, Vectors.END)).hash());
  }

  private static String queryOf(String link) {
    return link.substring(link.indexOf('?') + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "/connect/a/, /connect/x/",
    ".wav, .WAV",
    "https:, http:",
    "Expires=1, Expires=2",
    ".wav?, .wav?x=1&",
    "Key-Pair-Id=, x=1&Key-Pair-Id=",
    "Signature=, Signature=AAAA"
  })
  void whatWasChangedIsRefused(String part, String other) {
    var link = signer.signCanned(URL, Vectors.END);
    assertThat(link).contains(part);

    refused(link.replaceFirst(java.util.regex.Pattern.quote(part), other), Reason.CHANGED);
  }

  @Test
  void queryBelongsToWhatIsSigned() throws LinkRefused {
    var link = signer.signCanned(URL + "?x=1&y=2", Vectors.END);

    assertThat(verify(link)).isEqualTo(Vectors.END);
    refused(link.replace("x=1", "x=3"), Reason.CHANGED);
    refused(link.replace("&y=2", ""), Reason.CHANGED);
    refused(link.replace("x=1&y=2", "y=2&x=1"), Reason.CHANGED);
  }

  @Test
  void otherHashThanSaidIsRefused() {
    var link = signer.signCanned(URL, Vectors.END);

    refused(link + "&Hash-Algorithm=SHA256", Reason.CHANGED);
    refused(link + "&Hash-Algorithm=MD5", Reason.INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Expires=1767326645&Key-Pair-Id=K2EXAMPLEKEYID",
        "Signature=AAAA&Key-Pair-Id=K2EXAMPLEKEYID",
        "Expires=1767326645&Signature=AAAA",
        "Expires=never&Signature=AAAA&Key-Pair-Id=K2EXAMPLEKEYID",
        "Expires=1767326645&Signature=A+&Key-Pair-Id=K2EXAMPLEKEYID",
        "Expires=1767326645&Expires=2767326645&Signature=AAAA&Key-Pair-Id=K2EXAMPLEKEYID",
        "Policy=%%&Signature=AAAA&Key-Pair-Id=K2EXAMPLEKEYID"
      })
  void whatIsMissingOrDoubledIsSaid(String query) {
    refused(URL + "?" + query, Reason.INCOMPLETE);
  }

  @Test
  void keyThatLeftTheGroupEndsItsLinks() throws GeneralSecurityException, LinkRefused {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var next = generator.generateKeyPair();
    var old = signer.signCanned(URL, Vectors.END);
    var renewed =
        new UrlSigner("KNEXT", next.getPrivate(), SignatureHash.SHA256)
            .signCanned(URL, Vectors.END);
    refused(renewed, Reason.KEY_UNKNOWN);

    group.put("KNEXT", next.getPublic());
    assertThat(verify(old)).isEqualTo(verify(renewed));
    group.remove(Vectors.KEY_ID);
    refused(old, Reason.KEY_UNKNOWN);
    assertThat(verify(renewed)).isEqualTo(Vectors.END);
    refused(renewed.replace("KNEXT", Vectors.KEY_ID), Reason.KEY_UNKNOWN);

    group.put(Vectors.KEY_ID, next.getPublic());
    refused(old, Reason.CHANGED);
  }

  @Test
  void customPolicyOpensWhatItNames() throws LinkRefused {
    var policy = new UrlPolicy("https://media.example.com/connect/*.wav", Vectors.END, null, null);

    assertThat(verify(signer.signCustom(URL, policy))).isEqualTo(Vectors.END);
    refused(signer.signCustom(URL.replace(".wav", ".mp3"), policy), Reason.CHANGED);
    refused(signer.signCustom(URL.replace("/connect/", "/Analysis/"), policy), Reason.CHANGED);
    refused(signer.signCustom(URL.replace("media.", "mediaX"), policy), Reason.CHANGED);
  }

  @Test
  void customPolicyBeginsOnTheSecond() throws LinkRefused {
    var begin = Vectors.END.minusSeconds(60);
    var link = signer.signCustom(URL, new UrlPolicy(URL, Vectors.END, begin, null));

    now = begin.minusMillis(1);
    refused(link, Reason.NOT_BEGUN);
    now = begin;
    assertThat(verify(link)).isEqualTo(Vectors.END);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.17, true",
    "192.0.2.0/24, true",
    "192.0.2.16/31, true",
    "192.0.2.18/31, false",
    "192.0.2.18, false",
    "0.0.0.0/0, true",
    "2001:db8::/32, false",
    "192.0.2.0/, false",
    "192.0.2.0/99, false",
    "localhost, false"
  })
  void customPolicyMayNameWhoListens(String range, boolean allowed) throws LinkRefused {
    var link = signer.signCustom(URL, new UrlPolicy(URL, Vectors.END, null, range));

    if (allowed) {
      assertThat(verify(link)).isEqualTo(Vectors.END);
    } else {
      refused(link, Reason.OTHER_ADDRESS);
    }
  }

  @Test
  void everybodyIncludesThoseWithVersionSix() throws LinkRefused {
    var link = signer.signCustom(URL, new UrlPolicy(URL, Vectors.END, null, "0.0.0.0/0"));

    assertThat(verify(link, "2001:db8::1")).isEqualTo(Vectors.END);
  }

  /** A condition that we would not check must not be taken for granted. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Statement\":[]}",
        "{\"Statement\":[{\"Resource\":\"*\",\"Condition\":{}}]}",
        "{\"Statement\":[{\"Resource\":\"*\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":\"x\"}}}]}",
        "{\"Statement\":[{\"Resource\":\"*\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":9},\"StringEquals\":{}}}]}",
        "{\"Statement\":[{\"Resource\":\"*\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":9},\"IpAddress\":{}}}]}",
        "{\"Statement\":[{\"Resource\":\"*\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":9},\"DateGreaterThan\":{}}}]}",
        "no JSON"
      })
  void policyThatIsNotWhollyUnderstoodIsNone(String json) {
    assertThat(UrlPolicy.parse(json)).isEmpty();
  }
}

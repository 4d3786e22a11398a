package com.aftercall.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.access.SignatureVersion4.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures of the public AWS Signature Version 4 test suite, and some made with botocore. */
class SignatureVersion4Test {

  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          get-vanilla | GET | / | '' | host | '' | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
          get-vanilla-query-order-key-case | GET | / | Param2=value2&Param1=value1 | host | '' | b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500
          get-vanilla-query-order-encoded | GET | / | Param-3=Value3&Param=Value2&%E1%88%B4=Value1 | host | '' | 371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac
          get-vanilla-empty-query-key | GET | / | Param1=value1 | host | '' | a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb
          get-utf8 | GET | /ሴ | '' | host | '' | 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85
          get-slashes-normalized | GET | //example// | '' | host | '' | 9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84
          get-space-normalized | GET | /example space/ | '' | host | '' | 652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741
          get-header-value-trim | GET | / | '' | host;my-header1;my-header2 | '' | acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736
          get-header-key-duplicate | GET | / | '' | host;my-header1:value2,value2,value1 | '' | c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea
          post-header-key-sort | POST | / | '' | host;my-header1:value1 | '' | c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c
          """)
  void suite(
      String name,
      String method,
      String path,
      String query,
      String headers,
      String body,
      String signature) {
    Map<String, List<String>> sent = new HashMap<>();
    sent.put("Host", List.of("example.amazonaws.com"));
    sent.put("X-Amz-Date", List.of("20150830T123600Z"));
    sent.put("My-Header1", List.of(" value1"));
    sent.put("My-Header2", List.of(" \"a   b   c\""));
    var signed =
        new java.util.ArrayList<>(
            Arrays.stream(headers.split(";")).map(header -> header.split(":")[0]).toList());
    signed.add("x-amz-date");
    if (headers.contains(":")) {
      sent.put("My-Header1", List.of(headers.substring(headers.indexOf(':') + 1).split(",")));
    }

    assertThat(
            SignatureVersion4.sign(
                new SignedRequest(method, path, query, sent, body.getBytes(StandardCharsets.UTF_8)),
                signed,
                "20150830T123600Z",
                new Scope("20150830", "us-east-1", "service"),
                SECRET))
        .isEqualTo(signature);
  }

  @ParameterizedTest
  @CsvSource({
    "sfGenerateAudioRecordingStreamingURL/invocations, '', 2b2e6321da5b6fbe743a9d48babed98b1353e8caac58343a5fdbe11863380ffe",
    "sfGenerateAudioRecordingStreamingURL/invocations/, '', 9012fa3f42b6072bee112b70b0d358f11c968a212c56e1fcb0ac3d05516928ec",
    "arn%3Aaws%3Alambda%3Aus-west-2%3A123456789012%3Afunction%3Aone/invocations, Qualifier=%24LATEST, 3f939bfaa080a1feb86d230d505cc147b1833c77bfea7f6e92a869ef569fab64"
  })
  void callsOfAFunctionAsBotocoreSignsThem(String path, String query, String signature) {
    var request =
        new SignedRequest(
            "POST",
            "/2015-03-31/functions/" + path,
            query,
            Map.of(
                "host", List.of("lambda.us-west-2.amazonaws.com"),
                "content-type", List.of("application/json"),
                "x-amz-date", List.of("20261120T091403Z")),
            "{\"recordingPath\":\"a/connect/b.wav\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(
            SignatureVersion4.sign(
                request,
                List.of("content-type", "host", "x-amz-date"),
                "20261120T091403Z",
                new Scope("20261120", "us-west-2", "lambda"),
                SECRET))
        .isEqualTo(signature);
  }
}

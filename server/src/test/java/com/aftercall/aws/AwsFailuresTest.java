package com.aftercall.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsFailuresTest {

  private static AwsServiceException answer(int status, String code) {
    return AwsServiceException.builder()
        .statusCode(status)
        .awsErrorDetails(
            AwsErrorDetails.builder().errorCode(code).errorMessage("quotes what was said").build())
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "400, ThrottlingException, takes no more requests",
    "429, TooManyRequestsException, takes no more requests",
    "400, RequestExpired, clock is wrong",
    "400, ExpiredTokenException, credentials for Amazon X are over",
    "500, InternalFailure, out of order",
    "503, ServiceUnavailable, out of order"
  })
  void whatPassesIsTriedAgain(int status, String code, String says) {
    var failure = AwsFailures.of(answer(status, code), "Amazon X", "x:Do");

    assertThat(failure).isInstanceOf(RetryableException.class).hasMessageContaining(says);
    assertThat(failure.code()).isEqualTo(FailureCode.AWS_UNAVAILABLE);
    assertThat(failure.getMessage()).contains(code).doesNotContain("quotes");
  }

  @ParameterizedTest
  @CsvSource({
    "400, AccessDeniedException, allow x:Do",
    "403, UnrecognizedClientException, does not know the credentials",
    "400, BadRequestException, Amazon X refused x:Do (BadRequestException)"
  })
  void whatStaysIsNot(int status, String code, String says) {
    var failure = AwsFailures.of(answer(status, code), "Amazon X", "x:Do");

    assertThat(failure).isInstanceOf(PermanentException.class).hasMessageContaining(says);
    assertThat(failure.code()).isEqualTo(FailureCode.AWS_REFUSED);
    assertThat(failure.getMessage()).doesNotContain("quotes");
  }

  @Test
  void nobodyThereIsTriedAgain() {
    assertThat(
            AwsFailures.of(SdkClientException.create("no route to 10.0.0.1"), "Amazon X", "x:Do"))
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("could not be reached");
  }
}

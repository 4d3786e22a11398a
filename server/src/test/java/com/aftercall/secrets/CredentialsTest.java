package com.aftercall.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.failure.AftercallException;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.secrets.spi.CredentialsSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CredentialsTest {

  private Instant now = Instant.parse("2026-11-20T09:00:00Z");
  private final Source source = new Source();
  private final Credentials credentials = new Credentials(source, Duration.ofMinutes(5), () -> now);

  private static final class Source implements CredentialsSource {
    private String password = "first";
    private @Nullable AftercallException failure;
    private int reads;

    @Override
    public Optional<SalesforceCredentials> read() {
      reads++;
      if (failure != null) {
        throw failure;
      }
      return Optional.of(new SalesforceCredentials(Map.of(CredentialField.PASSWORD, password)));
    }

    @Override
    public String place() {
      return "a test";
    }
  }

  private String password() {
    return credentials.read().find(CredentialField.PASSWORD).orElse("none");
  }

  @Test
  void whatWasReadIsKeptForFiveMinutesAndNoLonger() {
    assertThat(password()).isEqualTo("first");
    source.password = "second";

    now = now.plusSeconds(299);
    assertThat(password()).isEqualTo("first");
    now = now.plusSeconds(1);
    assertThat(password()).isEqualTo("second");
  }

  @Test
  void lastOnesCountWhileThePlaceIsSilent() {
    assertThat(password()).isEqualTo("first");
    source.failure = new RetryableException(FailureCode.CREDENTIALS_UNAVAILABLE, "it is silent");
    now = now.plusSeconds(301);

    assertThat(password()).isEqualTo("first");
    source.failure = null;
    source.password = "second";
    now = now.plusSeconds(301);
    assertThat(password()).isEqualTo("second");
  }

  @Test
  void withdrawnRightEndsTheUseOfWhatWasReadBefore() {
    assertThat(password()).isEqualTo("first");
    source.failure = new PermanentException(FailureCode.CREDENTIALS_INVALID, "not allowed");
    now = now.plusSeconds(301);

    assertThatExceptionOfType(PermanentException.class).isThrownBy(credentials::read);
  }

  @Test
  void failureIsNotAskedForAgainForTwentySeconds() {
    source.failure = new RetryableException(FailureCode.CREDENTIALS_UNAVAILABLE, "it is silent");
    assertThatExceptionOfType(RetryableException.class).isThrownBy(credentials::read);

    now = now.plusSeconds(19);
    assertThatExceptionOfType(RetryableException.class).isThrownBy(credentials::read);
    assertThat(source.reads).isEqualTo(1);
    source.failure = null;
    now = now.plusSeconds(1);
    assertThat(password()).isEqualTo("first");
  }
}

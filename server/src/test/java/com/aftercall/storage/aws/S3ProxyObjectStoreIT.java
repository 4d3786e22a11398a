package com.aftercall.storage.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.ObjectLocation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** S3Proxy checks signatures, so these are ours as its authors understand them. */
class S3ProxyObjectStoreIT extends S3Contract {

  @Override
  S3Server start(Path folder) {
    return S3Server.proxy(folder);
  }

  @Test
  void withAnotherSecretNothingIsGivenOut() {
    store();
    System.setProperty("aws.secretAccessKey", "another");
    try (var stranger = S3ObjectStore.connect(server().clients(), S3Server.settings("*"))) {
      assertThatExceptionOfType(RetryableException.class)
          .isThrownBy(
              () -> stranger.findBeginningWith(ObjectLocation.parse("bucket/2026/03/12/a1")))
          .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.STORAGE_DENIED))
          .withMessageContaining("SignatureDoesNotMatch");
    } finally {
      System.setProperty("aws.secretAccessKey", S3Server.SECRET);
    }
  }
}

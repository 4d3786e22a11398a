package com.aftercall.transcript.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aftercall.storage.ObjectLocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://s3.us-east-1.amazonaws.com/transcripts/a_1.json, transcripts, a_1.json",
    "https://s3.amazonaws.com/transcripts/a_1.json, transcripts, a_1.json",
    "https://s3.eu-central-1.amazonaws.com/transcripts/our/prefix/a_1.json, transcripts, our/prefix/a_1.json",
    "https://transcripts.s3.eu-central-1.amazonaws.com/our/a_1.json, transcripts, our/a_1.json",
    "https://transcripts.s3.amazonaws.com/a_1.json, transcripts, a_1.json",
    "https://transcripts.s3-eu-west-1.amazonaws.com/a_1.json, transcripts, a_1.json",
    "https://my.bucket.s3.cn-north-1.amazonaws.com.cn/a_1.json, my.bucket, a_1.json",
    "https://transcripts.s3.dualstack.eu-west-1.amazonaws.com/a_1.json, transcripts, a_1.json",
    "https://transcripts.s3.eu-west-1.amazonaws.com/a%20b+c.json, transcripts, a b+c.json",
    "s3://transcripts/our/a_1.json, transcripts, our/a_1.json",
    "http://127.0.0.1:9090/transcripts/our/a_1.json, transcripts, our/a_1.json"
  })
  void everyFormOfAnAddressIsRead(String address, String bucket, String key) {
    assertThat(ResultAddress.parse(address)).isEqualTo(new ObjectLocation(bucket, key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://s3.us-east-1.amazonaws.com/",
        "https://s3.us-east-1.amazonaws.com/bucket",
        "nothing",
        "https://transcripts.s3.eu-west-1.amazonaws.com/../a.json"
      })
  void anythingElseIsRefused(String address) {
    assertThatIllegalArgumentException().isThrownBy(() -> ResultAddress.parse(address));
  }
}

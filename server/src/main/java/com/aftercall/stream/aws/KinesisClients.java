package com.aftercall.stream.aws;

import com.aftercall.aws.AwsClients;
import com.aftercall.stream.KinesisSettings.Retrieval;
import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.kinesis.common.KinesisClientUtil;

/**
 * What the Kinesis Client Library works with.
 *
 * @param cloudWatch is never called: the library's own figures are switched off
 */
record KinesisClients(
    KinesisAsyncClient kinesis, DynamoDbAsyncClient dynamoDb, CloudWatchAsyncClient cloudWatch)
    implements AutoCloseable {

  static KinesisClients connect(AwsClients aws, Retrieval retrieval) {
    return new KinesisClients(
        kinesis(aws, retrieval),
        aws.configure(DynamoDbAsyncClient.builder(), "dynamodb")
            .httpClientBuilder(NettyNioAsyncHttpClient.builder())
            .build(),
        aws.configure(CloudWatchAsyncClient.builder(), "monitoring")
            .httpClientBuilder(NettyNioAsyncHttpClient.builder())
            .build());
  }

  /** A subscription stays open for five minutes, so calls have no time limit but the library's. */
  private static KinesisAsyncClient kinesis(AwsClients aws, Retrieval retrieval) {
    var builder = aws.configure(KinesisAsyncClient.builder(), "kinesis");
    var withoutLimits =
        builder.overrideConfiguration(ClientOverrideConfiguration.builder().build());
    return switch (retrieval) {
      case FAN_OUT -> KinesisClientUtil.createKinesisAsyncClient(withoutLimits);
      case POLLING ->
          withoutLimits
              .httpClientBuilder(
                  NettyNioAsyncHttpClient.builder()
                      .protocol(Protocol.HTTP1_1)
                      .readTimeout(Duration.ofSeconds(30)))
              .build();
    };
  }

  @Override
  public void close() {
    kinesis.close();
    dynamoDb.close();
    cloudWatch.close();
  }
}

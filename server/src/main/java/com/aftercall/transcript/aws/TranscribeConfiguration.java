package com.aftercall.transcript.aws;

import com.aftercall.aws.AwsClients;
import com.aftercall.doctor.Check;
import com.aftercall.transcript.EndedTranscriptions;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.transcribe.TranscribeClient;

/** Amazon Transcribe where it is the engine; nothing of it is loaded otherwise. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "aftercall.transcription.engine", havingValue = AmazonTranscribe.NAME)
class TranscribeConfiguration {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  @Bean
  AmazonTranscribe amazonTranscribe(AwsClients clients, AmazonTranscribeSettings settings) {
    if (settings.outputBucket() == null) {
      throw new IllegalStateException(
          "aftercall.transcription.engine is amazon-transcribe, so aftercall.transcribe.output-bucket has to name the bucket for its transcripts");
    }
    return new AmazonTranscribe(
        clients
            .configure(TranscribeClient.builder(), "transcribe")
            .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT))
            .build(),
        settings);
  }

  @Bean
  Check transcribeCheck(AmazonTranscribe transcribe, AmazonTranscribeSettings settings) {
    return new TranscribeCheck(transcribe, settings);
  }

  @Bean
  @ConditionalOnExpression("!'${aftercall.transcribe.queue:}'.isBlank()")
  JobEvents jobEvents(
      AwsClients clients, AmazonTranscribeSettings settings, EndedTranscriptions ended) {
    return new JobEvents(
        clients
            .configure(SqsClient.builder(), "sqs")
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(JobEvents.LONGEST_ANSWER))
            .overrideConfiguration(limits -> limits.apiCallAttemptTimeout(JobEvents.LONGEST_ANSWER))
            .build(),
        String.valueOf(settings.queue()),
        ended::ended);
  }
}

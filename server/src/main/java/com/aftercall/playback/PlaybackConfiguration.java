package com.aftercall.playback;

import com.aftercall.aws.AwsClients;
import com.aftercall.playback.aws.CloudFrontDistributions;
import com.aftercall.playback.spi.DistributionSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who tells about distributions. */
@Configuration(proxyBeanMethods = false)
class PlaybackConfiguration {

  /** Nothing of CloudFront is loaded before somebody asks. */
  @Bean
  DistributionSource distributions(AwsClients clients) {
    return domainName -> {
      try (var cloudFront = CloudFrontDistributions.with(clients)) {
        return cloudFront.find(domainName);
      }
    };
  }
}

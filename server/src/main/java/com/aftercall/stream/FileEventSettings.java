package com.aftercall.stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Files of contact records that are taken as soon as they are written to a bucket.
 *
 * @param queue URL of the queue of Amazon SQS that the bucket's events go to; blank: none
 */
@ConfigurationProperties("aftercall.stream.files")
public record FileEventSettings(@Nullable String queue) {

  boolean isOn() {
    return queue != null && !queue.isBlank();
  }
}

package com.aftercall.pipeline;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many transcriptions run at a time on one node.
 *
 * @param parallel 0 means one for each core
 */
@ConfigurationProperties("aftercall.transcription.limit")
record TranscriptionLimit(@DefaultValue("0") int parallel) {

  TranscriptionLimit {
    parallel = parallel > 0 ? parallel : Runtime.getRuntime().availableProcessors();
  }
}

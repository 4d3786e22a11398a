package com.aftercall.transcript;

import com.aftercall.transcript.sphinx.SphinxEngine;
import com.aftercall.transcript.spi.RecordingTranscriber;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engines of this installation, the best first. */
@Configuration(proxyBeanMethods = false)
class TranscriptConfiguration {

  @Bean
  Engines engines(
      TranscriptionSettings settings,
      SpeechModels models,
      ObjectProvider<RecordingTranscriber> elsewhere) {
    var sphinx = new SphinxEngine();
    return new Engines(
        settings.engine(),
        List.of(models::engine, () -> Optional.of(sphinx)),
        elsewhere.getIfAvailable());
  }
}

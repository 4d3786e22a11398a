package com.aftercall.recording;

import com.aftercall.recording.ffmpeg.FfmpegDecoder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses what decodes the audio. */
@Configuration(proxyBeanMethods = false)
class RecordingConfiguration {

  @Bean
  AudioReader audioReader() {
    return new AudioReader(new FfmpegDecoder());
  }
}

package com.aftercall;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all modules share. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }
}

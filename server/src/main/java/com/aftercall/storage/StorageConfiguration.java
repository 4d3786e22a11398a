package com.aftercall.storage;

import com.aftercall.storage.local.LocalObjectStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the store. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  @Bean
  ObjectStore objectStore(StorageSettings settings) {
    return new LocalObjectStore(settings.folder());
  }
}

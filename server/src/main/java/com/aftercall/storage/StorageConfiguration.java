package com.aftercall.storage;

import com.aftercall.aws.AwsClients;
import com.aftercall.storage.aws.S3ObjectStore;
import com.aftercall.storage.local.LocalObjectStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the store. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  @Bean
  ObjectStore objectStore(StorageSettings settings, S3Settings s3, AwsClients aws) {
    var folder = new LocalObjectStore(settings.folder());
    if (!s3.isUsed()) {
      return folder;
    }
    var amazon = S3ObjectStore.connect(aws, s3);
    return new RoutedObjectStore(folder, amazon, amazon::close, s3);
  }
}

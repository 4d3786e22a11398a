package com.aftercall.secrets;

import com.aftercall.aws.AwsClients;
import com.aftercall.secrets.aws.SecretsManagerCredentials;
import com.aftercall.secrets.local.SealedCredentialsFile;
import com.aftercall.secrets.spi.CredentialsSource;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses where the credentials and the key are. */
@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

  @Bean
  Sealing sealing(SecretsSettings settings) {
    return Sealing.with(settings.keyFile());
  }

  @Bean
  CredentialsSource credentialsSource(
      SecretsSettings settings, Sealing sealing, ObjectProvider<AwsClients> clients) {
    return settings.isAtAmazon()
        ? SecretsManagerCredentials.at(
            Objects.requireNonNull(settings.secret()), clients.getObject())
        : new SealedCredentialsFile(settings.file(), sealing);
  }
}

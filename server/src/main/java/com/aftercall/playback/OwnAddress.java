package com.aftercall.playback;

import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where this server can call itself. */
@Component
class OwnAddress {

  private final PlaybackSettings settings;
  private final Environment environment;

  OwnAddress(PlaybackSettings settings, Environment environment) {
    this.settings = settings;
    this.environment = environment;
  }

  /**
   * Scheme and host, without a slash: the public address if one is set, else the port itself. Empty
   * if neither can be called, because the certificate is for another name.
   */
  Optional<String> find() {
    var url = settings.publicUrl();
    if (url != null && !url.isBlank()) {
      return Optional.of(url.replaceFirst("/$", ""));
    }
    var port = environment.getProperty("local.server.port");
    var own = environment.getProperty("server.address", "127.0.0.1");
    var host = own.equals("0.0.0.0") ? "127.0.0.1" : own;
    return port == null
            || environment.containsProperty("server.ssl.certificate")
            || environment.containsProperty("server.ssl.key-store")
            || environment.containsProperty("server.ssl.bundle")
        ? Optional.empty()
        : Optional.of("http://%s:%s".formatted(host, port));
  }
}

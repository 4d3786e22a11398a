package com.aftercall;

import java.util.ArrayList;
import java.util.Map;

/** The short flags of {@code ./aftercall serve}, as Spring's properties. */
final class ServeFlags {

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "--port", "server.port",
          "--host", "server.address",
          "--data", "aftercall.data",
          "--config", "spring.config.additional-location");

  private ServeFlags() {}

  /** {@code --port 9000} and {@code --port=9000} become {@code --server.port=9000}. */
  static String[] toProperties(String... args) {
    var properties = new ArrayList<String>();
    for (var i = 0; i < args.length; i++) {
      var flag = args[i].contains("=") ? args[i].substring(0, args[i].indexOf('=')) : args[i];
      var property = PROPERTIES.get(flag);
      if (property == null) {
        properties.add(args[i]);
        continue;
      }
      var inline = args[i].length() > flag.length();
      var value =
          inline ? args[i].substring(flag.length() + 1) : i + 1 < args.length ? args[++i] : "";
      properties.add("--" + property + "=" + (flag.equals("--config") ? "file:" + value : value));
    }
    return properties.toArray(String[]::new);
  }
}

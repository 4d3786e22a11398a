package com.aftercall.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Names this server among those that read the same stream. It belongs to the data folder, so that a
 * server that was started again is known for the one that it was and takes its shards back.
 */
@Component
public class ServerName {

  private final Path file;
  private @Nullable String name;

  ServerName(@Value("${aftercall.data}") Path data) {
    this.file = data.resolve("server.id");
  }

  /** Made and kept at first use. */
  public synchronized String value() {
    if (name == null) {
      name = host() + "-" + id();
    }
    return name;
  }

  private String id() {
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      var id = UUID.randomUUID().toString().substring(0, 8);
      Files.writeString(file, id + "\n");
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}

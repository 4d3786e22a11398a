package com.aftercall;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Looks at port and data folder before anything starts, so that the common mistakes end in one
 * sentence instead of a stack trace.
 */
final class StartupChecks implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  /** Held until the process ends; the operating system lets go of it even after {@code kill -9}. */
  @SuppressWarnings("UnusedVariable") // an open channel is what holds the lock
  private static @Nullable FileChannel lock;

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    try {
      check(event.getEnvironment());
    } catch (Refused refused) {
      System.err.println("aftercall: " + refused.getMessage());
      Runtime.getRuntime().halt(1);
    }
  }

  static void check(Environment environment) throws Refused {
    var data = Path.of(environment.getProperty("aftercall.data", "data")).toAbsolutePath();
    holdDataFolder(data);
    refuseTakenPort(
        environment.getProperty("server.address", "127.0.0.1"),
        environment.getProperty("server.port", Integer.class, 8484));
  }

  static void holdDataFolder(Path data) throws Refused {
    try {
      Files.createDirectories(data);
      var channel =
          FileChannel.open(
              data.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw new Refused(
            "another Aftercall server is using the data folder %s; stop it or choose another folder with --data"
                .formatted(data));
      }
      lock = channel;
    } catch (IOException e) {
      throw new Refused(
          "the data folder %s cannot be written (%s); give this user the right to write there or choose another with --data"
              .formatted(data, why(e)));
    }
  }

  private static String why(IOException e) {
    return e instanceof FileSystemException refused && refused.getReason() != null
        ? refused.getReason().toLowerCase(Locale.ROOT)
        : "access denied";
  }

  private static void refuseTakenPort(String host, int port) throws Refused {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (IOException e) {
      throw new Refused(
          "port %d on %s is in use by another program; stop it or choose another with --port"
              .formatted(port, host));
    }
  }

  /** Why the server does not start, in one sentence. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }
}

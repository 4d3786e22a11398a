package com.aftercall;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;

/**
 * One server with its own PostgreSQL and data folder, shared by all tests that extend this, so each
 * uses contacts of its own. Steps that fail are tried again soon, and recordings are awaited for
 * seconds only.
 */
@SpringBootTest(
    classes = {AftercallServer.class, RunningServer.MovedClock.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "server.address=127.0.0.1",
      "aftercall.deletion.interval=300ms",
      "aftercall.embed.frame-ancestors=https://*.example.com,http://127.0.0.1:*",
      "aftercall.pipeline.first-wait=100ms",
      "aftercall.pipeline.recording-wait=12s"
    })
@ContextConfiguration(initializers = RunningServer.OwnFolder.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningServer {

  /** How far the server's clock is ahead of the machine's; whoever sets it puts it back. */
  static volatile Duration ahead = Duration.ZERO;

  /** Everything logged in this process since the first of these tests began. */
  static final Queue<String> LOGGED = new ConcurrentLinkedQueue<>();

  @Value("${local.server.port}")
  private int port;

  @Value("${aftercall.data}")
  private Path data = Path.of("given by Spring");

  final Api api() {
    return Api.at(port, operatorToken(data));
  }

  static String operatorToken(Path data) {
    try {
      return Files.readString(data.resolve("operator.token")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] fixture(String name) {
    try (var file = RunningServer.class.getResourceAsStream("/" + name)) {
      if (file == null) {
        throw new IllegalArgumentException("no fixture " + name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder below {@code target}, new for each run; the database's programs are kept. */
  static Path newDataFolder(String name) {
    try {
      var target = Files.createDirectories(Path.of("target/it").toAbsolutePath());
      var folder = Files.createTempDirectory(target, name + "-");
      var programs = Files.createDirectories(target.resolve("postgres-programs"));
      Files.createDirectories(folder.resolve("cache"));
      Files.createSymbolicLink(folder.resolve("cache/postgres"), programs);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As Salesforce's guide has it for buckets, with its slash. */
  private static final String CORS =
      "[{\"AllowedHeaders\":[\"Access-Control-Allow-Origin\"],\"AllowedMethods\":[\"GET\"],"
          + "\"AllowedOrigins\":[\"https://org.lightning.force.com/\"],\"ExposeHeaders\":[]}]";

  static final class OwnFolder
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      listen();
      var data = newDataFolder("server");
      try {
        Files.createDirectories(data.resolve("entities"));
        Files.writeString(
            data.resolve("entities/products.csv"), "Text,Type\nsilver kettle,PRODUCT\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      TestPropertyValues.of(
              "aftercall.data=" + data,
              "aftercall.access.cors=" + CORS,
              "aftercall.access.openid.double.issuer=" + OpenIdDouble.get().issuer(),
              "aftercall.access.openid.double.client-id=" + OpenIdDouble.CLIENT,
              "aftercall.access.openid.double.client-secret=" + OpenIdDouble.SECRET)
          .applyTo(context);
    }

    private static void listen() {
      var loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
      var appender =
          new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
              var thrown = event.getThrowableProxy();
              LOGGED.add(
                  event.getLevel()
                      + " "
                      + event.getLoggerName()
                      + " "
                      + event.getFormattedMessage()
                      + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown)));
            }
          };
      appender.setContext(loggers);
      appender.start();
      loggers.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
      loggers.getLogger("com.aftercall").setLevel(Level.DEBUG);
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class MovedClock {

    @Bean
    @Primary
    InstantSource movedClock() {
      return () -> InstantSource.system().instant().plus(ahead);
    }
  }
}

package com.aftercall;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that others wrote, in a process of its own on a free port; ended with this process. */
final class ForeignProgram {

  private static final Path INTEROP = Path.of("../interop").toAbsolutePath().normalize();
  private static final Path WORK = Path.of("target/it/programs").toAbsolutePath();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final int port;

  private ForeignProgram(int port) {
    this.port = port;
  }

  int port() {
    return port;
  }

  /** Kinesalite, with what it lacks of the service mended. */
  static ForeignProgram kinesis() {
    var port = freePort();
    return start("kinesis", port, List.of("node", "kinesis.mjs", "" + port), INTEROP.resolve("js"));
  }

  /** DynamoDB local, which keeps everything in memory. */
  static ForeignProgram dynamoDb() {
    var port = freePort();
    var jars = INTEROP.resolve("dynamodb-local/target/lib");
    return start(
        "dynamodb",
        port,
        List.of(
            JAVA,
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-Dsqlite4java.library.path=" + jars,
            "-cp",
            jars + "/*",
            "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
            "-inMemory",
            "-disableTelemetry",
            "-port",
            "" + port),
        INTEROP);
  }

  /** Apache Kafka's broker and controller in one. */
  static ForeignProgram kafka() {
    var port = freePort();
    var classPath = INTEROP.resolve("kafka/target/lib") + "/*";
    try {
      Files.createDirectories(WORK);
      var folder = Files.createTempDirectory(WORK, "kafka-");
      var settings = folder.resolve("server.properties");
      Files.writeString(settings, kafkaSettings(folder, port, freePort()));
      var format =
          List.of(
              JAVA,
              "-cp",
              classPath,
              "kafka.tools.StorageTool",
              "format",
              "-t",
              "4L6g3nShT-eMCtK--X86sw",
              "-c",
              settings.toString());
      var formatted = run("kafka-format", format, folder).waitFor(60, TimeUnit.SECONDS);
      if (!formatted) {
        throw new AssertionError("the broker's folder was not formatted; see " + WORK);
      }
      return start(
          "kafka",
          port,
          List.of(
              JAVA,
              "-Xmx384m",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              classPath,
              "kafka.Kafka",
              settings.toString()),
          folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String kafkaSettings(Path folder, int port, int controllerPort) {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%3$s
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        group.initial.rebalance.delay.ms=0
        """
        .formatted(port, controllerPort, folder.resolve("log"));
  }

  private static ForeignProgram start(String name, int port, List<String> command, Path folder) {
    var process = run(name, command, folder);
    await(name)
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new AssertionError(name + " ended at once; see " + WORK);
              }
              return listens(port);
            });
    return new ForeignProgram(port);
  }

  private static Process run(String name, List<String> command, Path folder) {
    try {
      Files.createDirectories(WORK);
      var process =
          new ProcessBuilder(new ArrayList<>(command))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(WORK.resolve(name + ".log").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean listens(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

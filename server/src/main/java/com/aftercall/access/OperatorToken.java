package com.aftercall.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The first token: whoever can read the data folder may operate the server. Written to {@code
 * operator.token} there, readable by its owner only, before the server answers its first request.
 */
@Component
class OperatorToken implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OperatorToken.class);

  private final Tokens tokens;
  private final Path file;
  private volatile boolean running;

  OperatorToken(Tokens tokens, @Value("${aftercall.data}") Path data) {
    this.tokens = tokens;
    this.file = data.toAbsolutePath().resolve("operator.token");
  }

  @Override
  public void start() {
    running = true;
    try {
      if (Files.exists(file) && tokens.authenticate(Files.readString(file).strip()).isPresent()) {
        return;
      }
      Files.deleteIfExists(file);
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      try (var channel =
          Files.newByteChannel(
              file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
        var secret = tokens.create(Tokens.Wanted.unlimited("operator")).secret() + "\n";
        channel.write(
            java.nio.ByteBuffer.wrap(secret.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
      }
      log.info("Wrote a token for this machine's operator to {}", file);
    } catch (IOException e) {
      throw new IllegalStateException("cannot write %s; check the data folder".formatted(file), e);
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server, which starts late. */
  @Override
  public int getPhase() {
    return 0;
  }
}

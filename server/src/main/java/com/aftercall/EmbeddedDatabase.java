package com.aftercall;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * PostgreSQL in a folder, run as a child of this process, when no {@code spring.datasource.url}
 * names a database elsewhere.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
    name = "spring.datasource.url",
    matchIfMissing = true,
    havingValue = "embedded")
class EmbeddedDatabase {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  @Bean(destroyMethod = "close")
  EmbeddedPostgres embeddedPostgres(@Value("${aftercall.data}") Path data) throws IOException {
    var home = data.toAbsolutePath();
    Files.createDirectories(home.resolve("logs"));
    var serverLog = Redirect.appendTo(home.resolve("logs/postgres.log").toFile());
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(home.resolve("cache/postgres").toFile())
        .setDataDirectory(home.resolve("postgres"))
        .setCleanDataDirectory(false)
        .setDataDirectoryCustomizer(EmbeddedDatabase::settle)
        .setPGStartupWait(Duration.ofSeconds(60))
        .setRegisterShutdownHook(false)
        .setOutputRedirector(serverLog)
        .setErrorRedirector(serverLog)
        // The library's defaults are made for tests: it switches both off.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "localhost")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "60")
        .setServerConfig("shared_buffers", "128MB")
        .setServerConfig("max_wal_size", "2GB")
        // Statements carry what people said; none may reach the log with an error.
        .setServerConfig("log_min_error_statement", "panic")
        .setServerConfig("log_error_verbosity", "terse")
        .start();
  }

  @Bean
  DataSource dataSource(EmbeddedPostgres postgres) {
    var pool =
        DataSourceBuilder.create()
            .type(HikariDataSource.class)
            .url(postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true")
            .username("postgres")
            .build();
    // Twice the threads of db-scheduler: with fewer connections than workers, requests and even
    // /health stood in line behind them.
    pool.setMaximumPoolSize(32);
    pool.setMinimumIdle(4);
    pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
    return pool;
  }

  /**
   * Ends a PostgreSQL that an earlier, killed server left behind on this folder, or removes the
   * lock file of one that is gone. Runs while the library holds its own lock on the folder, so no
   * living server can own what is found here.
   */
  static void settle(File dataDirectory) {
    var pidFile = dataDirectory.toPath().resolve("postmaster.pid");
    try {
      if (!Files.exists(pidFile)) {
        return;
      }
      var lines = Files.readAllLines(pidFile);
      var orphan =
          lines.isEmpty() ? null : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
      if (orphan != null && orphan.isPresent() && isLivingPostgres(orphan.get())) {
        log.warn(
            "Ending the database process {} that a killed server left behind", orphan.get().pid());
        // SIGINT is PostgreSQL's fast shutdown; Java itself can only send SIGTERM, which waits for
        // clients, and SIGKILL.
        new ProcessBuilder("kill", "-INT", Long.toString(orphan.get().pid())).start().waitFor();
        orphan.get().onExit().get(30, TimeUnit.SECONDS);
      }
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the orphaned database did not end; end it by hand", e);
    }
  }

  /** A zombie has a pid but no command any more. */
  private static boolean isLivingPostgres(ProcessHandle process) {
    return process.isAlive()
        && process.info().command().map(command -> command.endsWith("postgres")).orElse(false);
  }
}

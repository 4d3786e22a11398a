package com.aftercall.doctor;

import java.time.Duration;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The database: version, size, schema, connections, how quickly it answers. */
@Component
class DatabaseCheck implements Check {

  private static final Duration SLOW = Duration.ofMillis(250);

  /** {@code reverse(text)} in an index and generated columns are older; nothing older is tried. */
  private static final int OLDEST_VERSION = 14;

  private static final double NEARLY_ALL = 0.85;

  private final JdbcClient jdbc;
  private final Environment environment;

  DatabaseCheck(JdbcClient jdbc, Environment environment) {
    this.jdbc = jdbc;
    this.environment = environment;
  }

  /**
   * What the database says of itself.
   *
   * @param version such as 17.5
   * @param connections that are open, of all programs
   * @param mostConnections that it allows
   */
  record State(
      String version, String schema, long sizeBytes, int connections, int mostConnections) {}

  @Override
  public String id() {
    return "database";
  }

  @Override
  public String title() {
    return "Database";
  }

  @Override
  public Finding run() {
    var state =
        jdbc.sql(
                """
                select current_setting('server_version') as version,
                    (select version from flyway_schema_history where success
                        order by installed_rank desc limit 1) as schema,
                    pg_database_size(current_database()) as size,
                    (select count(*) from pg_stat_activity where backend_type = 'client backend')
                        as connections,
                    current_setting('max_connections') as most
                """)
            .query(
                (row, number) ->
                    new State(
                        row.getString("version"),
                        row.getString("schema"),
                        row.getLong("size"),
                        row.getInt("connections"),
                        row.getInt("most")))
            .single();
    var begin = System.nanoTime();
    jdbc.sql("select 1").query(Integer.class).single();
    return judge(state, isInside(), Duration.ofNanos(System.nanoTime() - begin));
  }

  private boolean isInside() {
    return environment.getProperty("spring.datasource.url", "embedded").equals("embedded");
  }

  static Finding judge(State state, boolean inside, Duration answer) {
    var lookedAt =
        inside
            ? "The PostgreSQL that this server runs in its data folder."
            : "The PostgreSQL that spring.datasource.url names.";
    var found =
        String.format(
            Locale.ROOT,
            "Version %s, schema %s, %.1f MB, %d of %d connections open, answers in %d ms.",
            state.version(),
            state.schema(),
            state.sizeBytes() / 1e6,
            state.connections(),
            state.mostConnections(),
            answer.toMillis());
    if (majorOf(state.version()) < OLDEST_VERSION) {
      return Finding.warning(
          lookedAt, found, "Upgrade PostgreSQL; nothing before 14 was ever tried.");
    }
    if (state.connections() >= NEARLY_ALL * state.mostConnections()) {
      return Finding.warning(
          lookedAt,
          found,
          "Raise max_connections of PostgreSQL, or lower spring.datasource.hikari.maximum-pool-size"
              + " of each server.");
    }
    if (answer.compareTo(SLOW) > 0) {
      return Finding.warning(
          lookedAt, found, "Look at the load of its machine and at the network in between.");
    }
    return Finding.ok(lookedAt, found);
  }

  private static int majorOf(String version) {
    var digits = version.replaceFirst("\\D.*", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }
}

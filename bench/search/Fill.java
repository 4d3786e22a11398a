import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Fills a server's database with invented contacts of the last year, as if all had been processed:
 * about a hundred words said in ten turns each, frequent and rare words as in speech, some agents
 * and queues with many contacts and others with few.
 *
 * <p>Arguments: JDBC address, file of one contact record, how many.
 */
final class Fill {

  private static final String[] FREQUENT =
      ("the and you to a i is it of your that we for my have not on can was with order please yes no"
              + " thank call delivery account number refund bill help will been this what are be me so"
              + " very there agent invoice address waiting parcel today payment charged customer sorry"
              + " kettle service wrong name check moment card late")
          .split(" ");
  private static final String[] FIRST = "ka mo ri ten lus pra vi so ber din".split(" ");
  private static final String[] MIDDLE = "na lo ste gar mi tu fen da ro pel".split(" ");
  private static final String[] LAST = "rt ng sk m l ned ting s ves t".split(" ");
  private static final int VOCABULARY = 20_000;
  private static final int BATCH = 20_000;

  private static final String RAW_TO_CONTENT =
      """
      insert into contact_content
      select number, configuration, participants, begins, lines, ts_delete(
          setweight(to_tsvector(configuration::regconfig, agent), 'A')
          || setweight(to_tsvector(configuration::regconfig, customer), 'B'), '0aftercall0turn0end0')
      from raw
      """;

  private final Random random = new Random(7);
  private final CopyManager copy;
  private final Connection connection;
  private final String record;
  private final int count;
  private final Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final StringBuilder contacts = new StringBuilder();
  private final StringBuilder transcripts = new StringBuilder();
  private final StringBuilder steps = new StringBuilder();
  private final StringBuilder findings = new StringBuilder();
  private final StringBuilder raw = new StringBuilder();

  private Fill(Connection connection, String record, int count) throws SQLException {
    this.connection = connection;
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    this.record = record;
    this.count = count;
  }

  public static void main(String[] args) throws Exception {
    var record =
        Files.readString(Path.of(args[1])).replaceAll("\\s*\\n\\s*", " ").strip().replace("\\", "\\\\");
    try (var connection = DriverManager.getConnection(args[0])) {
      new Fill(connection, record, Integer.parseInt(args[2])).run();
    }
  }

  /** Indexes are made afterwards, which is much faster than to keep them up. */
  private void run() throws SQLException, IOException {
    sql("set synchronous_commit = off");
    sql("set maintenance_work_mem = '512MB'");
    var indexes = dropIndexes();
    sql(
        "create unlogged table raw (number bigint, configuration text, participants text[], begins"
            + " bigint[], lines text[], agent text, customer text)");
    sql("insert into search_configuration values ('said_english'), ('said_german'), ('said_spanish')"
            + " on conflict do nothing");
    for (var number = 1; number <= count; number++) {
      add(number);
      if (number % BATCH == 0 || number == count) {
        flush();
        System.err.printf("%d contacts%n", number);
      }
    }
    sql("select setval('contact_number', " + count + ")");
    sql("drop table raw");
    for (var index : indexes) {
      sql(index);
    }
    sql("vacuum analyze");
  }

  private List<String> dropIndexes() throws SQLException {
    var definitions = new ArrayList<String>();
    var names = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select i.indexname, i.indexdef from pg_indexes i
                where schemaname = 'public'
                    and tablename in ('contact', 'contact_content', 'contact_finding', 'step_run')
                    and not exists (select 1 from pg_constraint c where c.conname = i.indexname)
                """)) {
      while (rows.next()) {
        names.add(rows.getString(1));
        definitions.add(rows.getString(2));
      }
    }
    for (var name : names) {
      sql("drop index " + name);
    }
    return definitions;
  }

  private void add(int number) {
    var id = new UUID(random.nextLong(), random.nextLong()).toString();
    var received = end.minusSeconds(31L * (count - number));
    var done = random.nextDouble() < 0.97;
    var language = pick(0.90, "en-US", 0.96, "de-DE", 0.999, "es-US", 1, "fr-FR");
    contact(number, id, received, done, language);
    var state = done ? "complete" : "failed";
    var code = done ? "\\N" : number % 2 == 0 ? "RECORDING_NOT_FOUND" : "ENGINE_FAILED";
    for (var step : List.of("recording", "waveform", "transcript")) {
      row(steps, id, step, state, "1", received, received.plusSeconds(20), step.equals("transcript") ? code : "\\N");
    }
    if (done) {
      row(transcripts, id, "sphinx", "draft", language, "[]", "10", "100", "t", "2", received);
      said(number, language);
    }
  }

  private void contact(int number, String id, Instant received, boolean done, String language) {
    var attributes =
        """
        {"postcallRecordingImportEnabled":"true","postcallTranscribeEnabled":"true",\
        "postcallTranscribeLanguage":"%s","tier":"%s","campaign":"spring-%d","orderNumber":"%d"}"""
            .formatted(language, pick(0.1, "gold", 0.4, "silver", 1, "basic"), random.nextInt(40), 100_000 + number);
    row(
        contacts,
        id,
        number,
        received,
        received,
        record.replace("ContactId", "ContactId" + id),
        attributes,
        pick(0.92, "VOICE", 0.99, "CHAT", 1, "TASK"),
        received.minusSeconds(random.nextInt(600)),
        "+1555" + "%07d".formatted(random.nextInt(10_000_000)),
        "agent.%03d".formatted((int) (400 * Math.pow(random.nextDouble(), 2))),
        "Queue " + (int) (25 * Math.pow(random.nextDouble(), 2)),
        done ? "complete" : pick(0.5, "failed", 0.7, "waiting", 1, "notRequested"),
        done ? (int) (30_000 + 600_000 * Math.pow(random.nextDouble(), 2)) : "\\N",
        done ? language : "\\N",
        done ? pick(0.5, "NEUTRAL", 0.75, "POSITIVE", 0.95, "NEGATIVE", 1, "MIXED") : "\\N",
        done ? "%.3f".formatted(0.2 + 0.6 * random.nextDouble()) : "\\N",
        done ? "%.3f".formatted(Math.pow(random.nextDouble(), 2)) : "\\N",
        number % 1_000 == 0 ? received : "\\N");
  }

  private void said(int number, String language) {
    var lines = new ArrayList<String>();
    for (var turn = 0; turn < 10; turn++) {
      var line = words(6 + random.nextInt(9));
      lines.add(turn == 4 && number % 20_000 == 0 ? "It was a zephyr. " + line + "." : line + ".");
    }
    var agent = new StringBuilder();
    var customer = new StringBuilder();
    for (var turn = 0; turn < 10; turn++) {
      (turn % 2 == 0 ? agent : customer).append(lines.get(turn)).append(" 0aftercall0turn0end0 ");
    }
    row(
        raw,
        number,
        language.startsWith("de") ? "said_german" : language.startsWith("es") ? "said_spanish" : "said_english",
        "{agent,customer,agent,customer,agent,customer,agent,customer,agent,customer}",
        "{500,6000,12000,18000,24000,30000,36000,42000,48000,54000}",
        "{\"" + String.join("\",\"", lines) + "\"}",
        agent,
        customer);
    var phrases = new StringBuilder("{");
    for (var phrase = 0; phrase < 12; phrase++) {
      phrases.append(phrase == 0 ? "" : ",").append(word()).append(' ').append(word());
    }
    var product = word();
    row(findings, number, phrases.append('}'), number % 3 == 0 ? "{PRODUCT,PRODUCT:" + product + "}" : "{}");
  }

  private String words(int words) {
    var text = new StringBuilder();
    for (var word = 0; word < words; word++) {
      text.append(word == 0 ? "" : " ").append(word());
    }
    return text.toString();
  }

  /** The word in place n is said about 1/n as often as the first, as in speech. */
  private String word() {
    var n = (int) Math.pow(VOCABULARY, random.nextDouble());
    return n <= FREQUENT.length
        ? FREQUENT[n - 1]
        : FIRST[n % 10] + MIDDLE[n / 10 % 10] + LAST[n / 100 % 10] + (char) ('a' + n / 1_000);
  }

  private String pick(Object... shares) {
    var place = random.nextDouble();
    for (var i = 0; i < shares.length; i += 2) {
      if (place < ((Number) shares[i]).doubleValue()) {
        return (String) shares[i + 1];
      }
    }
    return (String) shares[shares.length - 1];
  }

  private static void row(StringBuilder rows, Object... values) {
    for (var i = 0; i < values.length; i++) {
      rows.append(i == 0 ? "" : "\t").append(values[i]);
    }
    rows.append('\n');
  }

  private void flush() throws SQLException, IOException {
    write("contact (contact_id, number, last_update, received_at, record, attributes, channel, initiated_at, customer_address, agent, queue, state, duration_millis, language, sentiment, agent_talk_share, silence_share, deleted_at)", contacts);
    write("transcript (contact_id, engine, quality, language, channels, turns, words, audio_channels, channel_count, stored_at)", transcripts);
    write("step_run (contact_id, step, state, attempts, first_tried_at, ended_at, code)", steps);
    write("contact_finding (number, phrases, entities)", findings);
    write("raw", raw);
    sql(RAW_TO_CONTENT);
    sql("truncate raw");
  }

  private void write(String table, StringBuilder rows) throws SQLException, IOException {
    copy.copyIn("copy " + table + " from stdin", new java.io.StringReader(rows.toString()));
    rows.setLength(0);
  }

  private void sql(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package com.aftercall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusCommandTest {

  private static final String FAILED =
      """
      {"name":"CCA 000012","contactId":"c12","state":"failed","reason":"No engine speaks Klingon.",
       "decisions":[],"analysis":{"customer":{"sentiment":null},"agent":{},"whole":{}},
       "contactRecord":{"ContactId":"c12"},"unknownField":1,
       "steps":[
        {"name":"recording","state":"complete","attempts":1,
         "startedAt":"2026-11-22T11:59:00Z","endedAt":"2026-11-22T11:59:01.500Z"},
        {"name":"keyPhrases","state":"running","attempts":1,"progress":0.42,
         "startedAt":"2026-11-22T11:59:50Z"},
        {"name":"transcript","state":"waiting","attempts":3,"message":"The engine was away.",
         "next":"It is tried again.","nextAt":"2026-11-22T12:00:30Z"},
        {"name":"syntax","state":"someNewState","attempts":0}]}
      """;

  private ServerDouble server;
  private CommandRun command;

  @BeforeEach
  void start() throws IOException {
    server = new ServerDouble();
    command = new CommandRun(Path.of("/nowhere")).at(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theServerIsShownWithContactsEnginesAndDisk() {
    server.answer(
        "GET /api/v1/status",
        200,
        """
        {"version":"0.1.0","contacts":{"complete":1200,"notRequested":3,"failed":0},
         "engines":[{"name":"sphinx","quality":"DRAFT","present":true,"languages":1,
           "advice":"Pull a whisper model."},
          {"name":"whisper","quality":"GOOD","present":false,"languages":99}],
         "switches":{"transcriptionEnabled":true,"contactRecordImportEnabled":false},
         "diskFreeBytes":12345678901}
        """);

    assertThat(command.run("status")).isZero();
    assertThat(command.out())
        .isEqualTo(
            """
            Aftercall 0.1.0 at %s
            Contacts  1,203: 1,200 complete, 3 not requested
            Engines   sphinx: present, draft quality, 1 language. Pull a whisper model.
                      whisper: absent, good quality, 99 languages
            Switched off  contactRecordImportEnabled
            Disk      12.3 GB free
            """
                .formatted(server.url()));
  }

  @Test
  void streamsAreShownWithHowFarTheyAreBehind() {
    server.answer("GET /api/v1/status", 200, "{\"version\":\"0.1.0\",\"contacts\":{}}");
    server.answer(
        "GET /api/v1/streams",
        200,
        """
        {"items":[
          {"name":"kinesis:records","state":"reading","message":null,"rejected":2,"partitions":[
            {"partition":"shardId-0","behindMillis":500,"behindRecords":null},
            {"partition":"shardId-1","behindMillis":12000,"behindRecords":null}]},
          {"name":"kafka:records","state":"failed","message":"It is tried again.","rejected":0,
            "partitions":[{"partition":"0","behindMillis":null,"behindRecords":40},
              {"partition":"1","behindMillis":null,"behindRecords":2}]}]}
        """);

    assertThat(command.run("status")).isZero();
    assertThat(command.out())
        .contains(
            """
            Streams   kinesis:records: reading, 12.0 s behind, 2 records set aside
                      kafka:records: failed, 42 records behind. It is tried again.
            """);
  }

  @Test
  void aContactIsShownWithItsStepsAndWhatHappensNext() {
    server.answer("GET /api/v1/contacts/c12", 200, FAILED);

    assertThat(command.run("status", "c12")).isEqualTo(1);
    assertThat(command.out())
        .isEqualTo(
            """
            CCA 000012  c12  failed
            No engine speaks Klingon.

            step         state           took  attempts
            recording    complete       1.5 s         1
            key phrases  running 42 %  10.0 s         1
            transcript   waiting                      3  The engine was away.
            syntax       unknown
            Next for transcript: It is tried again. (in 30.0 s)
            """);
  }

  @Test
  void aNameOrItsNumberIsFoundOnALaterPageOfTheList() {
    server.answer(
        "GET /api/v1/contacts",
        200,
        """
        {"items":[{"name":"CCA 000013","contactId":"c13","state":"complete"}],"next":"p2"}
        """);
    server.answer(
        "GET /api/v1/contacts",
        200,
        """
        {"items":[{"name":"CCA 000012","contactId":"c12","state":"failed"}],"next":null}
        """);
    server.answer("GET /api/v1/contacts/c12", 200, FAILED);

    command.run("status", "12");
    assertThat(command.out()).startsWith("CCA 000012  c12");
  }

  @Test
  void anUnknownContactIsSaidToBeUnknown() {
    assertThat(command.run("status", "nobody")).isEqualTo(1);
    assertThat(command.err()).isEqualTo("The server has no contact 'nobody'.%n".formatted());
  }

  @Test
  void jsonIsTheServersAnswerAsItIs() {
    server.answer("GET /api/v1/contacts/c12", 200, FAILED);

    assertThat(command.run("status", "--json", "c12")).isZero();
    assertThat(command.out()).contains("\"unknownField\":1");
  }

  @Test
  void watchingEndsWhenNothingChangesAnyMore() {
    server.answer("GET /api/v1/contacts/c12", 200, FAILED.replace("failed", "running"));
    server.answer("GET /api/v1/contacts/c12", 200, FAILED.replace("failed", "running"));
    server.answer("GET /api/v1/contacts/c12", 200, FAILED);

    assertThat(command.run("status", "--watch", "c12")).isEqualTo(1);
    assertThat(command.pauses).hasSize(2);
  }
}

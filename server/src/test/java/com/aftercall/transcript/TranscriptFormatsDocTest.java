package com.aftercall.transcript;

import static com.aftercall.contact.Participant.AGENT;
import static com.aftercall.contact.Participant.CUSTOMER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.Participant;
import com.aftercall.transcript.imported.FinishedTranscript;
import com.aftercall.transcript.imported.FinishedTranscripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the format page to its word: its examples are read and made here. */
class TranscriptFormatsDocTest {

  private static String page = "";
  private static FinishedTranscript transcript = FinishedTranscripts.read(emptyVtt(), "empty");

  @BeforeAll
  static void readTheExample() throws IOException {
    page = Files.readString(pageFile());
    transcript = FinishedTranscripts.read(example("transcribe").getBytes(UTF_8), "example");
  }

  @Test
  void exportsAreAsThePageShowsThem() {
    assertThat(export(TranscriptExport.TEXT)).isEqualTo(example("text"));
    assertThat(export(TranscriptExport.SRT)).isEqualTo(example("srt"));
    assertThat(export(TranscriptExport.WEBVTT)).isEqualTo(example("webvtt"));
    assertThat(export(TranscriptExport.CSV)).isEqualTo(example("csv").replace("\n", "\r\n"));
    assertThat(export(TranscriptExport.JSON)).isEqualTo(example("json").replace("\n", ""));
  }

  @Test
  void attachmentsAreAsThePageShowsThem() {
    assertThat(attachment(AGENT)).isEqualTo(example("AgentTranscripts.json").strip());
    assertThat(attachment(CUSTOMER)).isEqualTo(example("CustomerTranscripts.json").strip());
  }

  @Test
  void storedFormIsAsThePageShowsItAndIsReadBack() {
    var stored = example("stored").replace("\n", "");

    assertThat(TranscriptJson.write(transcript.channels())).isEqualTo(stored);
    assertThat(TranscriptJson.read(stored)).isEqualTo(transcript.channels());
  }

  @Test
  void limitsAreThoseOfThePage() {
    assertThat(page.replaceAll("\\s+", " "))
        .contains("pause longer than %d s, or".formatted(Turn.MAX_PAUSE.toSeconds()))
        .contains("pause is longer than %d s or".formatted(Turn.MAX_ANSWERED_PAUSE.toSeconds()))
        .contains(
            "longer than %d s or %d words".formatted(Turn.MAX_DURATION.toSeconds(), Turn.MAX_WORDS))
        .contains(
            "at most %d characters and %d s"
                .formatted(Subtitles.MAX_CHARACTERS, Subtitles.MAX_DURATION.toSeconds()))
        .contains("more than %,d bytes".formatted(FinishedTranscripts.MAX_BYTES));
  }

  @Test
  void namesAndMediaTypesAreThoseOfThePage() {
    for (var format : TranscriptExport.values()) {
      assertThat(page)
          .contains("| `.%s` | `%s` |".formatted(format.extension(), format.mediaType()));
    }
  }

  private static String export(TranscriptExport format) {
    var turns = TurnAssembler.assemble(transcript.channels(), transcript.assignment(false));
    return format.write(turns);
  }

  private static String attachment(Participant participant) {
    return SegmentRule.attachment(transcript.channels(), transcript.assignment(false), participant)
        .map(json -> new String(json, UTF_8))
        .orElse("");
  }

  /** The block of code behind the comment {@code example: name}. */
  private static String example(String name) {
    var block =
        Pattern.compile(
                "<!-- example: " + Pattern.quote(name) + "(?: [^\n]*)? -->\n```\\w*\n(.*?)```",
                Pattern.DOTALL)
            .matcher(page);
    assertThat(block.find()).as("example %s in the page", name).isTrue();
    return block.group(1);
  }

  private static Path pageFile() {
    return Stream.of("../docs/formats-transcript.md", "../docs/formats.md")
        .map(Path::of)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }

  private static byte[] emptyVtt() {
    return "WEBVTT\n\n".getBytes(UTF_8);
  }
}

package com.aftercall.analysis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the entity list that {@code docs/formats.md} shows. */
class EntityListDocTest {

  @TempDir Path folder = Path.of("");

  @Test
  void exampleOfThePageFindsWhatThePageSays() throws IOException {
    var page = Files.readString(Path.of("../docs/formats.md"));
    var begin = page.indexOf("```csv\n", page.indexOf("<!-- example: entity list -->")) + 7;
    Files.writeString(
        folder.resolve("page.csv"), page.substring(begin, page.indexOf("```", begin)));
    var analyzer = new ListedEntityAnalyzer(new EntityLists(folder, InstantSource.system()));
    var text = "My gold plan, order 12345";

    assertThat(page).contains("In *" + text + "* this finds");
    assertThat(analyzer.analyze(text, "en"))
        .extracting(
            span -> text.substring(span.beginOffset(), span.endOffset()) + " " + span.type())
        .containsExactly("gold plan PLAN", "12345 ORDER_NUMBER");
    assertThat(analyzer.problems()).isEmpty();
  }
}

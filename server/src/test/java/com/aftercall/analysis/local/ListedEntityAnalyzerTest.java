package com.aftercall.analysis.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.analysis.spi.EntitySpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListedEntityAnalyzerTest {

  @TempDir Path folder;

  private Instant now = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void entriesAreFoundAsWholeWordsInAnyCase() throws IOException {
    write("products.csv", "Text,Type", "Gold Plan,PRODUCT");

    assertThat(found("the GOLD plan, please")).containsExactly("GOLD plan:PRODUCT");
    assertThat(found("a gold planet and marigold plan")).isEmpty();
  }

  @Test
  void longestEntryWins() throws IOException {
    write("products.csv", "Text,Type", "Gold,METAL", "Gold Plan,PRODUCT", "Gold Plan Plus,PRODUCT");

    assertThat(found("gold plan plus or gold plan or gold"))
        .containsExactly("gold plan plus:PRODUCT", "gold plan:PRODUCT", "gold:METAL");
  }

  @Test
  void entryThatBeginsButDoesNotEndIsLeftForShorterOnes() throws IOException {
    write("products.csv", "Text,Type", "Gold,METAL", "Gold Plan Plus,PRODUCT");

    assertThat(found("gold plan minus")).containsExactly("gold:METAL");
  }

  @Test
  void apostrophesHyphensAndAccentsMatchAsPeopleWriteThem() throws IOException {
    write(
        "brands.csv",
        "Text,Type",
        "McDonald's,BRAND",
        "Wi-Fi,PRODUCT",
        "AT&T,BRAND",
        "Caf\u00e9 Uno,BRAND");

    assertThat(found("McDonald\u2019s has wi fi from at&t at CAFE\u0301 UNO"))
        .containsExactly(
            "McDonald\u2019s:BRAND", "wi fi:PRODUCT", "at&t:BRAND", "CAFE\u0301 UNO:BRAND");
  }

  @Test
  void possessiveDoesNotHideAnEntry() throws IOException {
    write("brands.csv", "Text,Type", "Acme,BRAND");

    assertThat(found("Acme's routers")).containsExactly("Acme:BRAND");
  }

  @Test
  void patternsFindWhatTheirExpressionSays() throws IOException {
    write(
        "numbers.csv",
        "Text,Type",
        "/\\bORD-\\d{4}\\b/,ORDER_NUMBER",
        "\"/\\d{2,3} euros?/\",AMOUNT");

    assertThat(found("order ord-1234 for 20 Euros, not ORD-12345"))
        .containsExactly("ord-1234:ORDER_NUMBER", "20 Euros:AMOUNT");
  }

  @Test
  void patternThatWouldHangOtherEnginesIsQuick() throws IOException {
    write("evil.csv", "Text,Type", "/(a+)+b/,EVIL");

    assertThat(found("a".repeat(20_000))).isEmpty();
  }

  @Test
  void overlapsGoToTheOneThatBeginsFirst() throws IOException {
    write("a.csv", "Text,Type", "new gold,X", "gold plan,PRODUCT");

    assertThat(found("my new gold plan")).containsExactly("new gold:X");
  }

  @Test
  void listsForOneLanguageAreForItsTextsOnly() throws IOException {
    write("products.de.csv", "Text,Type", "Rechnung,DOCUMENT");
    write("all.csv", "Text,Type", "Acme,BRAND");

    assertThat(found("die Rechnung von Acme", "de-DE"))
        .containsExactly("Rechnung:DOCUMENT", "Acme:BRAND");
    assertThat(found("die Rechnung von Acme", "en-US")).containsExactly("Acme:BRAND");
  }

  @Test
  void languageIsTheLastPartOfTheNameIfItIsOne() {
    assertThat(EntityListFile.language("products.en.csv")).isEqualTo("en");
    assertThat(EntityListFile.language("products.v2.csv")).isEmpty();
    assertThat(EntityListFile.language("en.csv")).isEmpty();
    assertThat(EntityListFile.language("Products.DE.CSV")).isEqualTo("de");
  }

  @Test
  void scriptsWithoutSpacesMatchInsideOfText() throws IOException {
    write("ja.csv", "Text,Type", "\u5149\u56de\u7dda,PRODUCT");

    assertThat(found("\u65b0\u3057\u3044\u5149\u56de\u7dda\u3092\u304f\u3060\u3055\u3044", "ja-JP"))
        .containsExactly("\u5149\u56de\u7dda:PRODUCT");
  }

  @Test
  void badLinesAreNamedAndGoodOnesStillWork() throws IOException {
    write(
        "products.csv",
        "Text,Type",
        "Gold Plan,PRODUCT",
        "Silver Plan",
        "\"Bronze Plan,PRODUCT",
        ",PRODUCT",
        "Iron Plan,",
        "Washington, D.C.,PLACE",
        "/(/,PATTERN",
        "/x*/,PATTERN",
        "\"Copper, Plan\",PRODUCT");

    assertThat(found("gold plan and copper, plan"))
        .containsExactly("gold plan:PRODUCT", "copper, plan:PRODUCT");
    assertThat(analyzer().problems())
        .hasSize(7)
        .contains(
            "products.csv, line 3: there is no type; write for example Gold Plan,PRODUCT",
            "products.csv, line 4: a quotation mark has no end; close it, or double it if it is"
                + " meant",
            "products.csv, line 5: the text is empty; write the term to look for",
            "products.csv, line 6: the type is empty; write for example PRODUCT",
            "products.csv, line 7: there are too many columns; put a text with a comma in"
                + " quotation marks",
            "products.csv, line 9: the pattern also matches nothing at all; make one part of it"
                + " required");
    assertThat(analyzer().problems().get(5))
        .startsWith("products.csv, line 8: the pattern cannot be read (");
  }

  @Test
  void fileWithoutColumnNamesSaysWhatToWrite() throws IOException {
    write("products.csv", "Gold Plan,PRODUCT");
    write("empty.csv");

    assertThat(analyzer().problems())
        .containsExactly(
            "empty.csv: the file is empty; write Text,Type into its first line",
            "products.csv, line 1: the column names are missing; write Text,Type there");
  }

  @Test
  void fileInAnotherEncodingSaysHowToSaveIt() throws IOException {
    Files.write(
        folder.resolve("a.csv"), "Text,Type\nCaf\u00e9,X".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(analyzer().problems())
        .containsExactly("a.csv: the text is not UTF-8; save the file as CSV UTF-8");
  }

  @Test
  void spreadsheetsByteOrderMarkAndLineEndsDoNoHarm() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "\ufeffType,Text\r\nPRODUCT,Gold Plan\r\n\r\n");

    assertThat(found("gold plan")).containsExactly("gold plan:PRODUCT");
    assertThat(analyzer().problems()).isEmpty();
  }

  @Test
  void missingFolderIsNoProblem() {
    var analyzer = new ListedEntityAnalyzer(new EntityLists(folder.resolve("none"), () -> now));

    assertThat(analyzer.analyze("gold plan", "en")).isEmpty();
    assertThat(analyzer.problems()).isEmpty();
  }

  @Test
  void changedListsAreReadAgainAfterTwoSeconds() throws IOException {
    write("a.csv", "Text,Type", "Gold Plan,PRODUCT");
    InstantSource clock = () -> now;
    var analyzer = new ListedEntityAnalyzer(new EntityLists(folder, clock));
    assertThat(analyzer.analyze("silver plan now", "en")).isEmpty();

    write("a.csv", "Text,Type", "Silver Plan,PRODUCT");
    now = now.plus(Duration.ofMillis(1_999));
    assertThat(analyzer.analyze("silver plan now", "en")).isEmpty();

    now = now.plus(Duration.ofMillis(1));
    assertThat(analyzer.analyze("silver plan now", "en"))
        .containsExactly(new EntitySpan(0, 11, "PRODUCT", 1));
  }

  @Test
  void emptyTextHasNoEntities() throws IOException {
    write("a.csv", "Text,Type", "Gold Plan,PRODUCT");

    assertThat(found("")).isEmpty();
    assertThat(found("...")).isEmpty();
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines));
  }

  private ListedEntityAnalyzer analyzer() {
    return new ListedEntityAnalyzer(new EntityLists(folder, () -> now));
  }

  private List<String> found(String text) {
    return found(text, "en");
  }

  private List<String> found(String text, String languageTag) {
    return analyzer().analyze(text, languageTag).stream()
        .map(span -> text.substring(span.beginOffset(), span.endOffset()) + ":" + span.type())
        .toList();
  }
}

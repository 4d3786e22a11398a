package com.aftercall;

import static com.aftercall.Documents.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.analysis.OriginalFormats;
import com.aftercall.analysis.PartOfSpeech;
import com.aftercall.analysis.Syntax;
import com.aftercall.analysis.SyntaxToken;
import com.aftercall.failure.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Holds the documents to their word: what they name exists, and what has to be named is. */
class DocumentationTest {

  /** Names in code style that begin like a class of ours and belong to others. */
  private static final Set<String> WORDS_OF_OTHERS =
      Set.of(
          "AbsoluteTime",
          "AccessToken",
          "AgentTranscripts",
          "AuthToken",
          "AwsGenerateAudioRecordingURL",
          "CallRecording",
          "ComprehendSyntax",
          "ConsumerKey",
          "ConsumerSecret",
          "ContentVersion",
          "CustomerTranscripts",
          "DynamoDBLocal",
          "InstanceARN",
          "InstantSource",
          "JwtPrivateKey",
          "LastUpdateTimestamp",
          "Password",
          "ContactLensImportEnabled",
          "ContactLensTranscripts",
          "PostcallCTRImportEnabled",
          "PostcallRecordingImportEnabled",
          "PostcallTranscribeEnabled",
          "TranscriptionJobCheckWaitTime",
          "SalesforceAdapterNamespace",
          "SalesforceHost",
          "SalesforceProduction",
          "SalesforceUsername",
          "SalesforceVersion",
          "Transcript",
          "True",
          "Type");

  private static final Map<String, Settings.Setting> SETTINGS = Settings.ofTheCode();
  private static final Map<Path, String> PAGES = Documents.pages();
  private static final OpenApi API = OpenApi.ofTheServer();

  private static List<List<String>> settingRows() {
    return Documents.rows(Documents.read("docs/configuration.md")).stream()
        .filter(row -> row.getFirst().startsWith("`aftercall."))
        .toList();
  }

  @Test
  void everySettingOfTheCodeIsInTheConfigurationPageAndNoOther() {
    assertThat(settingRows().stream().flatMap(row -> Documents.code(row.getFirst())))
        .containsExactlyInAnyOrderElementsOf(SETTINGS.keySet());
  }

  @Test
  void typesAndDefaultsOfTheConfigurationPageAreThoseOfTheCode() {
    var shown =
        settingRows().stream()
            .collect(
                Collectors.toMap(
                    row -> row.getFirst().replace("`", ""),
                    row -> new Settings.Setting(row.get(1), row.get(2))));

    // The file wraps the original's names around the defaults of the switches.
    assertThat(shown).containsExactlyInAnyOrderEntriesOf(SETTINGS);
  }

  @Test
  void settingsNamedAnywhereExist() {
    var name = Pattern.compile("aftercall\\.(?!docs\\.)[a-z]+\\.[a-z.-]*[a-z]");
    var files =
        Stream.concat(
            PAGES.values().stream(),
            Documents.files(ROOT.resolve("deploy"), 1).map(Documents::read));

    assertThat(files.flatMap(text -> name.matcher(text).results()).map(found -> found.group()))
        .allMatch(key -> SETTINGS.keySet().stream().anyMatch(known -> known.startsWith(key)));
  }

  @Test
  void exampleConfigurationHasOnlySettingsThatExist() {
    var uncommented =
        Documents.read("deploy/aftercall.yaml")
            .replaceAll("(?m)^( *)# ([ a-z-]+:.*|  +- .*)$", "$1$2");

    assertThat(Settings.flat(uncommented).keySet())
        .contains("aftercall.plan.default-language", "spring.datasource.username")
        .filteredOn(key -> key.startsWith("aftercall."))
        .allMatch(SETTINGS::containsKey);
  }

  @Test
  void everyFailureCodeHasItsSectionInOperationsAndNoOther() {
    var sections =
        Pattern.compile("(?m)^### (\\w+)$")
            .matcher(Documents.read("docs/operations.md"))
            .results()
            .map(found -> found.group(1));

    assertThat(sections)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FailureCode.values()).map(Enum::name).toList());
  }

  @Test
  void classesAndMethodsNamedExist() {
    var sources =
        Stream.of("server/src", "cli/src", "training/src")
            .flatMap(folder -> Documents.files(ROOT.resolve(folder), 20))
            .filter(file -> file.toString().endsWith(".java"))
            .collect(
                Collectors.toMap(
                    file -> file.getFileName().toString().replace(".java", ""),
                    file -> file,
                    (first, second) -> first));
    var ours = Pattern.compile("@?([A-Z][a-z]+[A-Za-z]*)(?:\\.(\\w+))?");

    assertThat(
            PAGES.values().stream()
                .flatMap(Documents::inlineCode)
                .map(ours::matcher)
                .filter(code -> code.matches() && !code.group().startsWith("@"))
                .filter(code -> !WORDS_OF_OTHERS.contains(code.group(1)))
                .filter(code -> !isContactRecordField(code.group())))
        .allSatisfy(
            code -> {
              assertThat(sources).containsKey(code.group(1));
              if (code.group(2) != null) {
                assertThat(Documents.read(sources.getOrDefault(code.group(1), ROOT)))
                    .contains(" " + code.group(2) + "(");
              }
            });
  }

  private static boolean isContactRecordField(String code) {
    return code.equals("Recording.Location");
  }

  @Test
  void linksLeadToFilesThatExist() {
    var link = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

    PAGES.forEach(
        (page, text) ->
            assertThat(
                    link.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .filter(DocumentationTest::isHere))
                .map(target -> page.resolveSibling(target).normalize())
                .allMatch(Files::exists));
  }

  private static boolean isHere(String target) {
    return !target.startsWith("http");
  }

  @Test
  void commandsNamedExist() {
    var usage = Documents.read("cli/src/main/resources/com/aftercall/cli/usage.txt");

    assertThat(
            PAGES.values().stream()
                .flatMap(page -> Pattern.compile("\\./aftercall ([a-z]+)").matcher(page).results())
                .map(found -> found.group(1)))
        .hasSizeGreaterThan(10)
        .allMatch(command -> usage.contains("\n  " + command + " "));
  }

  @Test
  void apiPageListsTheOperationsOfTheDescription() throws IOException {
    var page = Documents.read("docs/api.md");
    var current =
        page.replaceFirst(
            "(?s)(<!-- operations -->\n).*(<!-- /operations -->)",
            "$1" + quoted(API.table()) + "$2");
    if (Boolean.getBoolean("aftercall.docs.rewrite")) {
      Files.writeString(ROOT.resolve("docs/api.md"), current);
      return;
    }

    assertThat(page)
        .as("run this test with -Daftercall.docs.rewrite=true and commit docs/api.md")
        .isEqualTo(current);
  }

  private static String quoted(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }

  @Test
  void examplesOfTheApiPageFitTheirSchemas() {
    assertThat(Documents.examples(Documents.read("docs/api.md"), "schema"))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            example -> assertThat(API.differences(example.name(), example.text())).isEmpty());
  }

  @Test
  void everyDependencyIsExplainedAndNoOther() {
    var named =
        Documents.rows(Documents.read("docs/dependencies.md")).stream()
            .filter(row -> row.size() == 3)
            .flatMap(row -> Documents.code(row.getFirst()))
            .collect(Collectors.toSet());
    // The root's has versions and gates only.
    var poms = Documents.named("pom.xml").filter(path -> path.contains("/"));
    var packages = Documents.named("package.json");

    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    poms.flatMap(DocumentationTest::artifacts),
                    packages.flatMap(DocumentationTest::packages))
                .collect(Collectors.toSet()));
  }

  private static Stream<String> packages(String file) {
    var json = JsonMapper.shared().readTree(Documents.read(file));
    return Stream.of("dependencies", "devDependencies")
        .flatMap(kind -> json.path(kind).propertyStream())
        .map(Map.Entry::getKey);
  }

  private static Stream<String> artifacts(String pom) {
    return Pattern.compile("<dependency>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)<")
        .matcher(Documents.read(pom))
        .results()
        .map(found -> found.group(1));
  }

  @Test
  void syntaxAttachmentIsAsTheFormatsPageShowsIt() {
    var syntax =
        new Syntax(
            List.of(
                token("I", PartOfSpeech.PRON),
                token("want", PartOfSpeech.VERB),
                token("café", PartOfSpeech.NOUN),
                token("I", PartOfSpeech.PRON)));

    assertThat(Documents.examples(Documents.read("docs/formats.md"), "example"))
        .contains(
            new Documents.Example("ComprehendSyntax.json", OriginalFormats.syntax(syntax) + "\n"));
  }

  private static SyntaxToken token(String text, PartOfSpeech tag) {
    return new SyntaxToken(text, tag, 1, 0, text.length(), 0);
  }

  @Test
  void partsOfSpeechAreThoseOfTheFormatsPage() {
    var page = Documents.read("docs/formats.md").replaceAll("\\s+", " ");
    var tags = page.substring(page.indexOf("Tags are"), page.indexOf("One line in the style"));

    assertThat(Documents.inlineCode(tags))
        .containsExactlyElementsOf(Arrays.stream(PartOfSpeech.values()).map(Enum::name).toList());
  }

  @Test
  void decisionRecordsSayWhatWasGivenUp() {
    assertThat(Documents.files(ROOT.resolve("docs/adr"), 1).map(Documents::read))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            record ->
                assertThat(record)
                    .contains("**Context.**", "**Decision.**", "**What we gave up.**"));
  }

  /** A number in a page, and the line of code that makes it true. */
  @Test
  void limitsInTheOperationsPageAreThoseOfTheCode() {
    var code = "server/src/main/java/com/aftercall/";

    limit(
        "| one contact record | 1 MiB |",
        code + "contact/ContactIntake.java",
        "RECORD_LIMIT_BYTES = 1 << 20;");
    limit(
        "Kinesis trigger | 16 MiB |",
        code + "contact/ContactIntake.java",
        "ENVELOPE_LIMIT_BYTES = 16 << 20;");
    limit(
        "| contact id | 256 characters |", code + "contact/ContactId.java", "value.length() > 256");
    limit(
        "bucket 255 characters, key 1,024 |",
        code + "storage/ObjectLocation.java",
        "key.length() > 1024");
    limit("page of the list | 200 |", code + "search/web/ListController.java", "MOST = 200;");
    limit(
        "playback link | one hour |",
        code + "playback/PlaybackUrls.java",
        "Duration.ofMinutes(60);");
    limit(
        "Below 64 MiB free",
        code + "storage/local/LocalObjectStore.java",
        "KEEP_FREE_BYTES = 64L << 20;");
    limit("within ten minutes", code + "access/Sessions.java", "Duration.ofMinutes(10);");
    limit("after twelve hours", code + "access/Sessions.java", "Duration.ofHours(12);");
    limit(
        "running requests get ten seconds",
        "server/src/main/resources/application.yaml",
        "timeout-per-shutdown-phase: 10s");
  }

  private static void limit(String inPage, String file, String inCode) {
    assertThat(Documents.read("docs/operations.md")).contains(inPage);
    assertThat(Documents.read(file)).contains(inCode);
  }
}

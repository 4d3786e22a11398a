package com.aftercall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs {@code aftercall} with folders that look like JDKs and a PATH that holds next to nothing.
 */
class LauncherTest {

  private static final List<String> TOOLS =
      List.of("sh", "readlink", "find", "stty", "cat", "mkdir", "mv", "tail", "touch");

  @TempDir Path folder;
  private Path home;
  private Path bin;
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void makeAProjectAndAPath() throws IOException {
    home = folder.resolve("my project");
    bin = Files.createDirectories(folder.resolve("bin"));
    for (var tool : TOOLS) {
      for (var place : List.of("/bin", "/usr/bin")) {
        var file = Path.of(place, tool);
        if (Files.exists(file) && !Files.exists(bin.resolve(tool))) {
          write(bin.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(file));
        }
      }
    }
    Files.createDirectories(home);
    Files.copy(Path.of(System.getProperty("aftercall.launcher")), home.resolve("aftercall"));
    write(home.resolve("cli/target/aftercall-cli.jar"), "jar");
    write(home.resolve("server/target/aftercall-server.jar"), "jar");
    variables.put("PATH", bin.toString());
    variables.put("HOME", folder.toString());
    variables.put("AFTERCALL_JDK_FOLDERS", folder.resolve("no jdks").toString());
  }

  @Test
  void withoutAJdk25OneSentenceSaysWhatToInstall() throws Exception {
    variables.put("JAVA_HOME", jdk("jdk-17", "17.0.15").toString());

    var run = launch("status");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output())
        .startsWith("Aftercall needs a JDK 25 or later and found none; install one (")
        .hasLineCount(1);
  }

  @Test
  void aJdk25IsTakenThoughJavaHomeAndPathSay17() throws Exception {
    variables.put("JAVA_HOME", jdk("jdk-17", "17.0.15").toString());
    Files.createSymbolicLink(bin.resolve("java"), folder.resolve("jdk-17/bin/java"));
    jdk("jdks here/eight", "1.8.0_422");
    jdk("jdks here/temurin 25", "25.0.3");
    variables.put("AFTERCALL_JDK_FOLDERS", "/nowhere:" + folder.resolve("jdks here"));

    assertThat(launch("status").output()).startsWith("java of temurin 25\n");
  }

  @Test
  void theJavaOnThePathIsFollowedThroughItsLinks() throws Exception {
    jdk("jdk-26", "26");
    Files.createSymbolicLink(folder.resolve("alternatives"), Path.of("jdk-26/bin/java"));
    Files.createSymbolicLink(bin.resolve("java"), folder.resolve("alternatives"));

    assertThat(launch("status").output()).startsWith("java of jdk-26\n");
  }

  @Test
  void aFolderOfMacOsHoldsItsJdkDeeper() throws Exception {
    jdk("mac/temurin-25.jdk/Contents/Home", "25");
    variables.put("AFTERCALL_JDK_FOLDERS", folder.resolve("mac").toString());

    assertThat(launch("status").output()).startsWith("java of Home\n");
  }

  @Test
  void aJdkThatIsNamedAndTooOldIsRefused() throws Exception {
    jdk("jdk-25", "25.0.3");
    variables.put("JAVA_HOME", folder.resolve("jdk-25").toString());
    variables.put("AFTERCALL_JAVA_HOME", jdk("jdk-17", "17.0.15").toString());

    var run = launch("status");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).contains("AFTERCALL_JAVA_HOME").contains("jdk-17").hasLineCount(1);
  }

  @Test
  void itWorksFromAnyFolderThroughALinkAndWithSpacesInPaths() throws Exception {
    useJdk25();
    Files.createSymbolicLink(bin.resolve("ac"), Path.of("../my project/aftercall"));

    var run = run(List.of("ac", "ingest", "a b.json"));

    assertThat(run.output().lines())
        .contains("-Daftercall.home=" + home.toRealPath())
        .endsWith(
            "-jar", home.toRealPath() + "/cli/target/aftercall-cli.jar", "ingest", "a b.json");
  }

  @Test
  void serveHandsItsOptionsToTheServerAndTheDataFolderIsTheProjects() throws Exception {
    useJdk25();
    variables.put("AFTERCALL_JAVA_OPTS", "-Xmx1g -Dx=y");

    var run = launch("serve", "--port", "9000");

    assertThat(run.output().lines())
        .contains("--enable-native-access=ALL-UNNAMED", "-Xmx1g", "-Dx=y")
        .contains("-Dorg.bytedeco.javacpp.cachedir=" + home.toRealPath() + "/data/cache")
        .endsWith(
            "-jar",
            home.toRealPath() + "/server/target/aftercall-server.jar",
            "--data",
            home.toRealPath() + "/data",
            "--port",
            "9000");
  }

  @Test
  void aDataFolderThatIsNamedIsLeftAsItIs() throws Exception {
    useJdk25();

    assertThat(launch("serve", "--data", "my data").output().lines())
        .contains("-Dorg.bytedeco.javacpp.cachedir=my data/cache")
        .endsWith(home.toRealPath() + "/server/target/aftercall-server.jar", "--data", "my data");
    assertThat(launch("serve", "--aftercall.data=third").output())
        .contains("cachedir=third/cache")
        .doesNotContain("--data");
    assertThat(launch("serve", "--data=other").output())
        .contains("cachedir=other/cache")
        .doesNotContain(home.toRealPath() + "/data");
  }

  @Test
  void helpForServeComesFromTheCommandLine() throws Exception {
    useJdk25();

    assertThat(launch("serve", "--help").output().lines())
        .endsWith(home.toRealPath() + "/cli/target/aftercall-cli.jar", "serve", "--help");
  }

  @Test
  void theSignalReachesTheServerItself() throws Exception {
    var jdk = jdk("jdk-25", "25");
    write(jdk.resolve("bin/java"), "#!/bin/sh\necho $$\n");
    variables.put("JAVA_HOME", jdk.toString());
    var process = start(List.of("sh", home.resolve("aftercall").toString(), "serve"));

    var pid = new String(process.getInputStream().readAllBytes(), UTF_8).strip();

    assertThat(pid).isEqualTo(Long.toString(process.pid()));
  }

  @Test
  void sourcesNewerThanTheJarsAreBuiltOnce() throws Exception {
    useJdk25();
    addSources();
    maven("echo mvn \"$@\" >>'%s'; echo building".formatted(folder.resolve("mvn.log")));

    var run = launch("status");

    assertThat(run.status()).isZero();
    assertThat(run.output()).startsWith("Building (first time takes a minute or two)…\n");
    assertThat(Files.readString(folder.resolve("mvn.log")))
        .contains("-DskipTests")
        .contains("package");
    assertThat(launch("status").output()).doesNotContain("Building");

    write(home.resolve("server/src/main/java/B.java"), "class B {}");
    Files.setLastModifiedTime(
        home.resolve("server/src/main/java/B.java"), FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(launch("status").output()).startsWith("Building");
  }

  @Test
  void aBuildThatFailsShowsItsEndAndWhereTheRestIs() throws Exception {
    useJdk25();
    addSources();
    maven("echo 'ERROR: class B is missing'; exit 1");

    var run = launch("status");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output())
        .contains("ERROR: class B is missing")
        .endsWith(
            "The build failed; the whole log is %s/target/build.log.\n"
                .formatted(home.toRealPath()));
  }

  @Test
  void withoutMavenAndWithoutJarsOneSentenceSaysSo() throws Exception {
    useJdk25();
    addSources();
    Files.delete(home.resolve("server/target/aftercall-server.jar"));

    var run = launch("status");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).startsWith("Building Aftercall needs Maven (mvn)").hasLineCount(1);
  }

  @Test
  void withoutArgumentsItShowsTheHelpThatTheCommandLineShows() throws Exception {
    var run = run(List.of("sh", home.resolve("aftercall").toString()));

    assertThat(run.status()).isZero();
    assertThat(run.output().stripTrailing()).isEqualTo(Main.usage());
  }

  @Test
  void theHelpNamesEveryCommand() {
    var commands = Main.commandLine(Surroundings.ofProcess()).getSubcommands();

    commands.forEach(
        (name, command) -> {
          if (!command.getCommandSpec().usageMessage().hidden()) {
            assertThat(Main.usage()).contains("\n  " + name + " ");
          }
        });
  }

  private void useJdk25() throws IOException {
    variables.put("JAVA_HOME", jdk("jdk-25", "25.0.3").toString());
  }

  /** A folder with a release file and a java that says where it is and what it was given. */
  private Path jdk(String name, String version) throws IOException {
    var jdk = folder.resolve(name);
    write(
        jdk.resolve("release"),
        "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"%s\"\nX=1\n".formatted(version));
    write(
        jdk.resolve("bin/java"),
        "#!/bin/sh\nif [ \"$5\" = prepare ]; then exit 0; fi\necho \"java of %s\"\nprintf '%%s\\n' \"$@\"\n"
            .formatted(jdk.getFileName()));
    return jdk;
  }

  private void addSources() throws IOException {
    write(home.resolve("pom.xml"), "<project/>");
    write(home.resolve("cli/src/main/java/A.java"), "class A {}");
    write(home.resolve("server/src/main/java/B.java"), "class B {}");
    for (var jar : List.of("cli/target/aftercall-cli.jar", "server/target/aftercall-server.jar")) {
      Files.setLastModifiedTime(home.resolve(jar), FileTime.from(Instant.now().minusSeconds(60)));
    }
  }

  private void maven(String script) throws IOException {
    write(bin.resolve("mvn"), "#!/bin/sh\n" + script + "\n");
  }

  private Run launch(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("sh", home.resolve("aftercall").toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private Run run(List<String> command) throws Exception {
    var process = start(command);
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), output);
  }

  private Process start(List<String> command) throws IOException {
    var program = bin.resolve(command.getFirst()).toString();
    var all = new ArrayList<>(command);
    all.set(0, program);
    var builder = new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(variables);
    return builder.start();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Run(int status, String output) {}
}

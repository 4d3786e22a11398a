package com.aftercall.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.doctor.Finding.Verdict;
import com.aftercall.storage.local.LocalObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStoreCheckTest {

  @TempDir Path root = Path.of("given by JUnit");

  private ObjectStoreCheck check(Path folder) {
    return new ObjectStoreCheck(
        new LocalObjectStore(folder),
        new StorageSettings(folder),
        new S3Settings(List.of(), null, null, false, null, List.of()));
  }

  @Test
  void fileIsWrittenReadAndRemoved() throws IOException {
    var finding = check(root.resolve("objects")).run();

    assertThat(finding.verdict()).isEqualTo(Verdict.OK);
    assertThat(finding.lookedAt()).isEqualTo("folder " + root.resolve("objects"));
    try (var files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void folderThatCannotBeWrittenIsFound() throws IOException {
    Files.writeString(root.resolve("objects"), "a file in the way");

    var finding = check(root.resolve("objects")).run();

    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.found()).contains("STORAGE_UNAVAILABLE");
    assertThat(finding.cure()).isEqualTo("See STORAGE_UNAVAILABLE in docs/operations.md.");
  }
}

package com.aftercall.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.failure.PermanentException;
import com.aftercall.secrets.local.SealedCredentialsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

  private static final byte[] PLAIN = "hunter2".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder = Path.of("given by JUnit");

  private Sealing sealing() {
    return Sealing.with(folder.resolve("data/secrets.key"));
  }

  @Test
  void whatWasSealedIsOpenedAfterARestart() {
    var sealed = sealing().seal("one", PLAIN);

    assertThat(sealing().open("one", sealed)).isEqualTo(PLAIN);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("hunter2");
  }

  @Test
  void sameTextIsSealedDifferentlyEachTime() {
    var sealing = sealing();

    assertThat(sealing.seal("one", PLAIN)).isNotEqualTo(sealing.seal("one", PLAIN));
  }

  @Test
  void keyFileIsForItsOwnerOnly() throws IOException {
    sealing().seal("one", PLAIN);

    assertThat(Files.getPosixFilePermissions(folder.resolve("data/secrets.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void otherPurposeOtherKeyAndChangedBytesAreRefused() throws IOException {
    var sealing = sealing();
    var sealed = sealing.seal("one", PLAIN);
    var changed = sealed.clone();
    changed[changed.length - 1] ^= 1;

    refused(sealing, "two", sealed);
    refused(sealing, "one", changed);
    refused(sealing, "one", new byte[] {1, 2});
    Files.delete(folder.resolve("data/secrets.key"));
    refused(sealing(), "one", sealed);
  }

  private static void refused(Sealing sealing, String purpose, byte[] sealed) {
    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> sealing.open(purpose, sealed))
        .withMessageContaining("put back the key file");
  }

  @Test
  void damagedKeyFileIsNamedAndNotReplaced() throws IOException {
    var file = Files.createDirectories(folder.resolve("data")).resolve("secrets.key");
    Files.writeString(file, "short");

    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> sealing().seal("one", PLAIN))
        .withMessageContaining(file.toString());
    assertThat(file).hasContent("short");
  }

  @Test
  void credentialsAreKeptInAFileThatTellsNothing() throws IOException {
    var place = folder.resolve("data/credentials.sealed");
    var file = new SealedCredentialsFile(place, sealing());
    assertThat(file.read()).isEmpty();

    file.write(new SalesforceCredentials(Map.of(CredentialField.PASSWORD, "hunter2")));

    assertThat(
            new SealedCredentialsFile(place, sealing())
                .read()
                .orElseThrow()
                .find(CredentialField.PASSWORD))
        .contains("hunter2");
    assertThat(Files.readString(place, StandardCharsets.ISO_8859_1))
        .doesNotContain("hunter2")
        .doesNotContain("Password");
    assertThat(Files.getPosixFilePermissions(place))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}

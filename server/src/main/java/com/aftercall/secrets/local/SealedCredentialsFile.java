package com.aftercall.secrets.local;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.secrets.OwnerOnlyFiles;
import com.aftercall.secrets.SalesforceCredentials;
import com.aftercall.secrets.Sealing;
import com.aftercall.secrets.SecretText;
import com.aftercall.secrets.spi.CredentialsSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The credentials in one sealed file. */
public final class SealedCredentialsFile implements CredentialsSource {

  private static final String PURPOSE = "the Salesforce credentials";

  private final Path file;
  private final Sealing sealing;

  /** Reads and writes one file, which need not be there. */
  public SealedCredentialsFile(Path file, Sealing sealing) {
    this.file = file.toAbsolutePath();
    this.sealing = sealing;
  }

  @Override
  public Optional<SalesforceCredentials> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var plain = sealing.open(PURPOSE, Files.readAllBytes(file));
      return Optional.of(SecretText.parse(new String(plain, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new PermanentException(
          FailureCode.CREDENTIALS_INVALID,
          "the file %s cannot be read; check the rights on it".formatted(file),
          e);
    }
  }

  /** Replaces what is stored. */
  public void write(SalesforceCredentials credentials) {
    try {
      if (credentials.fields().isEmpty()) {
        Files.deleteIfExists(file);
        return;
      }
      var plain = SecretText.write(credentials).getBytes(StandardCharsets.UTF_8);
      OwnerOnlyFiles.write(file, sealing.seal(PURPOSE, plain));
    } catch (IOException e) {
      throw new PermanentException(
          FailureCode.CREDENTIALS_INVALID,
          "the file %s cannot be written; check the rights on its folder".formatted(file),
          e);
    }
  }

  @Override
  public String place() {
    return file.toString();
  }
}

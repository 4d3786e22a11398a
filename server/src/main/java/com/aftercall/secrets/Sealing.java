package com.aftercall.secrets;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts secrets that have to be read again: AES-256 in GCM, with a key in a file of its own, so
 * that a copy of the database alone tells nothing. Servers that share a database share this file.
 *
 * <p>Sealed bytes: version (1), nonce (12 bytes), then what was encrypted with its tag of 16 bytes.
 */
public final class Sealing {

  private static final Logger log = LoggerFactory.getLogger(Sealing.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;

  private final Path file;
  private @Nullable SecretKeySpec key;

  private Sealing(Path file) {
    this.file = file.toAbsolutePath();
  }

  /** Seals with the key in a file, which is made if it is not there. */
  public static Sealing with(Path keyFile) {
    return new Sealing(keyFile);
  }

  /**
   * Encrypts.
   *
   * @param purpose what it is and whose; to open it the same must be said
   */
  public byte[] seal(String purpose, byte[] plain) {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put(VERSION)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES in GCM", e);
    }
  }

  /**
   * Decrypts.
   *
   * @throws PermanentException with {@code CREDENTIALS_INVALID} if it was sealed with another key
   *     or for another purpose, or was changed
   */
  public byte[] open(String purpose, byte[] sealed) {
    if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != VERSION) {
      throw unreadable(purpose, null);
    }
    var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, purpose)
          .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
    } catch (AEADBadTagException e) {
      throw unreadable(purpose, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES in GCM", e);
    }
  }

  private PermanentException unreadable(String purpose, @Nullable Exception cause) {
    var message =
        "%s cannot be opened with the key in %s; put back the key file with which it was sealed"
            .formatted(purpose, file);
    return cause == null
        ? new PermanentException(FailureCode.CREDENTIALS_INVALID, message)
        : new PermanentException(FailureCode.CREDENTIALS_INVALID, message, cause);
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private synchronized SecretKeySpec key() {
    var known = key;
    if (known == null) {
      try {
        known = new SecretKeySpec(loadOrMake(), "AES");
      } catch (IOException e) {
        throw new PermanentException(
            FailureCode.CREDENTIALS_INVALID,
            "the key file %s can be neither read nor written; check the rights on it"
                .formatted(file),
            e);
      }
      key = known;
    }
    return known;
  }

  private byte[] loadOrMake() throws IOException {
    if (!Files.exists(file)) {
      var fresh = new byte[KEY_BYTES];
      RANDOM.nextBytes(fresh);
      OwnerOnlyFiles.write(
          file,
          (Base64.getEncoder().encodeToString(fresh) + "\n").getBytes(StandardCharsets.US_ASCII));
      log.info("Made a key to seal secrets with; keep a copy of {} apart from the database", file);
      return fresh;
    }
    if (OwnerOnlyFiles.isOpenToOthers(file)) {
      log.warn("Everybody on this machine may read {}; chmod 600 it", file);
    }
    try {
      var stored = Base64.getDecoder().decode(Files.readString(file).strip());
      if (stored.length == KEY_BYTES) {
        return stored;
      }
    } catch (IllegalArgumentException e) {
      log.debug("The key file is no Base64");
    }
    throw new PermanentException(
        FailureCode.CREDENTIALS_INVALID,
        "the key file %s must hold 32 bytes in Base64; put back the one that was there"
            .formatted(file));
  }
}

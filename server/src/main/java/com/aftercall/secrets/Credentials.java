package com.aftercall.secrets;

import com.aftercall.failure.AftercallException;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.secrets.local.SealedCredentialsFile;
import com.aftercall.secrets.spi.CredentialsSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The Salesforce credentials as they are now, wherever they are kept. */
@Component
public class Credentials {

  private static final Logger log = LoggerFactory.getLogger(Credentials.class);

  /** After a failure, so that many callers do not wait for the same answer. */
  private static final Duration PAUSE = Duration.ofSeconds(20);

  private final CredentialsSource source;
  private final Duration keep;
  private final InstantSource clock;
  private @Nullable Known known;
  private @Nullable Failed failed;

  @Autowired
  Credentials(CredentialsSource source, SecretsSettings settings, InstantSource clock) {
    this(source, settings.keep(), clock);
  }

  Credentials(CredentialsSource source, Duration keep, InstantSource clock) {
    this.source = source;
    this.keep = keep;
    this.clock = clock;
  }

  private record Failed(AftercallException why, Instant at) {}

  private record Known(SalesforceCredentials credentials, Instant readAt) {}

  /**
   * What is stored, at most as old as the setting says; without fields if nothing is. While the
   * place does not answer, what was read last counts.
   *
   * @throws RetryableException if the place does not answer and never did
   * @throws PermanentException if what is stored cannot be used
   */
  public synchronized SalesforceCredentials read() {
    var now = clock.instant();
    if (known != null && now.isBefore(known.readAt().plus(keep))) {
      return known.credentials();
    }
    if (failed != null && now.isBefore(failed.at().plus(PAUSE))) {
      throw failed.why();
    }
    failed = null;
    try {
      known = new Known(source.read().orElseGet(() -> new SalesforceCredentials(Map.of())), now);
    } catch (RetryableException e) {
      if (known == null) {
        failed = new Failed(e, now);
        throw e;
      }
      log.warn("{} What was read before is used meanwhile.", e.sentence());
      known = new Known(known.credentials(), now);
    } catch (PermanentException e) {
      failed = new Failed(e, now);
      throw e;
    }
    return known.credentials();
  }

  /** Where they are kept. */
  public String place() {
    return source.place();
  }

  /** Whether {@link #change} works: only in a file of ours. */
  public boolean isChangeable() {
    return source instanceof SealedCredentialsFile;
  }

  /**
   * Sets and removes fields; those not named stay.
   *
   * @param changes an empty value removes the field
   * @throws IllegalStateException if they are kept elsewhere
   */
  public synchronized void change(Map<CredentialField, Optional<String>> changes) {
    if (!(source instanceof SealedCredentialsFile file)) {
      throw new IllegalStateException("credentials are kept in " + source.place());
    }
    Map<CredentialField, String> values = new EnumMap<>(CredentialField.class);
    var before = file.read().orElseGet(() -> new SalesforceCredentials(Map.of()));
    before.fields().forEach(field -> values.put(field, before.find(field).orElse("")));
    changes.forEach((field, value) -> values.put(field, value.orElse("")));
    file.write(new SalesforceCredentials(values));
    known = null;
    failed = null;
  }
}

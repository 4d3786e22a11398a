package com.aftercall.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Remembers who read which transcript a moment ago: an open page asks for it again whenever it
 * changes, which is one reading and not twenty.
 */
@Component
class TranscriptReads {

  private static final Duration ONE_READING = Duration.ofMinutes(10);
  private static final int MOST_KEPT = 10_000;

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final SequencedMap<Reading, Instant> latest = new LinkedHashMap<>();

  TranscriptReads(InstantSource clock) {
    this.clock = clock;
  }

  private record Reading(String signIn, String contactId, String operation) {}

  boolean isRepeated(Caller caller, ApiDescription.Request asked) {
    var reading = reading(caller, asked);
    lock.lock();
    try {
      var at = latest.get(reading);
      return at != null && clock.instant().isBefore(at.plus(ONE_READING));
    } finally {
      lock.unlock();
    }
  }

  void note(Caller caller, ApiDescription.Request asked) {
    if (asked.operation().audit() != AuditAction.READ_TRANSCRIPT) {
      return;
    }
    lock.lock();
    try {
      latest.remove(reading(caller, asked));
      latest.put(reading(caller, asked), clock.instant());
      if (latest.size() > MOST_KEPT) {
        latest.pollFirstEntry();
      }
    } finally {
      lock.unlock();
    }
  }

  private static Reading reading(Caller caller, ApiDescription.Request asked) {
    return new Reading(caller.signIn(), String.valueOf(asked.contactId()), asked.operation().id());
  }
}

package com.aftercall.stream;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.stream.Backfill.Source;
import com.aftercall.stream.spi.History;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does backfills; each notes how far it is, so that whoever takes it up goes on from there. */
@Component
class BackfillWork {

  private static final Logger log = LoggerFactory.getLogger(BackfillWork.class);

  private final Backfills backfills;
  private final BucketBackfill buckets;
  private final Streams streams;
  private final StreamIntake intake;

  BackfillWork(Backfills backfills, BucketBackfill buckets, Streams streams, StreamIntake intake) {
    this.backfills = backfills;
    this.buckets = buckets;
    this.streams = streams;
    this.intake = intake;
  }

  /** Returns when the backfill has ended; throws when it is to be tried again later. */
  void run(String id, BooleanSupplier stopping) {
    var backfill = backfills.find(id).orElse(null);
    if (backfill == null) {
      return;
    }
    try {
      var whole =
          switch (backfill.source()) {
            case Source.Bucket bucket -> buckets.read(backfill, bucket, () -> goesOn(id, stopping));
            case Source.Past past -> read(backfill, past.stream(), () -> goesOn(id, stopping));
          };
      if (whole) {
        backfills.end(id, "complete", null);
      }
    } catch (RetryableException e) {
      if (e.code() != FailureCode.INTERRUPTED) {
        backfills.say(id, "It waits and is tried again: " + e.getMessage());
      }
      throw e;
    } catch (PermanentException | IllegalArgumentException e) {
      log.warn("The backfill {} ends: {}", id, e.getMessage());
      backfills.end(id, "failed", e.getMessage());
    } catch (RuntimeException e) {
      backfills.say(
          id, "It waits and is tried again: " + e.getClass().getSimpleName() + " was not foreseen");
      throw e;
    }
  }

  /** Throws if the server stops, so that another one, or the next start, goes on. */
  private boolean goesOn(String id, BooleanSupplier stopping) {
    if (stopping.getAsBoolean()) {
      throw new RetryableException(FailureCode.INTERRUPTED, "the server is stopped");
    }
    return backfills.find(id).filter(Backfill::isRunning).isPresent();
  }

  /** False if it was ended by somebody before. */
  private boolean read(Backfill backfill, String stream, BooleanSupplier goesOn) {
    var id = backfill.id();
    var span = new History.Span(backfill.from(), backfill.end());
    try (var reader = streams.history(stream).open(span, backfills.marks(id))) {
      while (reader.hasMore()) {
        if (!goesOn.getAsBoolean()) {
          return false;
        }
        for (var page : reader.read()) {
          backfills.goOn(id, page, intake.take(stream, page.records()));
        }
      }
    }
    return true;
  }
}

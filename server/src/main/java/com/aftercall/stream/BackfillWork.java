package com.aftercall.stream;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.ObjectDescription;
import com.aftercall.storage.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes file after file in the order of their keys and notes each, so that whoever takes it up goes
 * on with the next.
 */
@Component
class BackfillWork {

  private static final Logger log = LoggerFactory.getLogger(BackfillWork.class);
  private static final int PAGE = 1_000;

  private final Backfills backfills;
  private final ObjectStore objects;
  private final RecordFiles files;

  BackfillWork(Backfills backfills, ObjectStore objects, RecordFiles files) {
    this.backfills = backfills;
    this.objects = objects;
    this.files = files;
  }

  /** Returns when the backfill has ended; throws when it is to be tried again later. */
  void run(String id) {
    try {
      var more = true;
      while (more) {
        more = page(id);
      }
    } catch (RetryableException e) {
      backfills.say(id, "It waits: %s. It is tried again.".formatted(e.getMessage()));
      throw e;
    } catch (PermanentException | IllegalArgumentException e) {
      log.warn("The backfill {} ends: {}", id, e.getMessage());
      backfills.end(id, "failed", e.getMessage());
    }
  }

  /** False when there is nothing more to do. */
  private boolean page(String id) {
    var backfill = backfills.find(id).orElse(null);
    if (backfill == null || !backfill.state().equals("running")) {
      return false;
    }
    var after = backfill.place() == null ? "" : backfill.place();
    var page = objects.list(backfill.bucket(), backfill.prefix(), after, PAGE);
    if (page.isEmpty()) {
      backfills.end(id, "complete", null);
      return false;
    }
    for (var file : page) {
      if (!isRunning(id)) {
        return false;
      }
      backfills.goOn(
          id,
          file.location().key(),
          backfill.isWanted(file.lastModified()) ? take(backfill, file) : null);
    }
    return true;
  }

  private RecordFiles.Outcome take(Backfill backfill, ObjectDescription file) {
    try {
      return files.take(backfill.stream(), file.location());
    } catch (RetryableException e) {
      if (e.code() != FailureCode.RECORDING_NOT_FOUND) {
        throw e;
      }
      // Deleted since the bucket was listed.
      return new RecordFiles.Outcome(0, 0);
    }
  }

  private boolean isRunning(String id) {
    return backfills.find(id).filter(now -> now.state().equals("running")).isPresent();
  }
}

package com.aftercall.stream;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.ObjectDescription;
import com.aftercall.storage.ObjectStore;
import com.aftercall.stream.Backfill.Source;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Takes the files of a bucket in the order of their keys. */
@Component
class BucketBackfill {

  private static final int PAGE = 1_000;

  private final Backfills backfills;
  private final ObjectStore objects;
  private final RecordFiles files;

  BucketBackfill(Backfills backfills, ObjectStore objects, RecordFiles files) {
    this.backfills = backfills;
    this.objects = objects;
    this.files = files;
  }

  /** False if it was ended by somebody before. */
  boolean read(Backfill backfill, Source.Bucket bucket, BooleanSupplier goesOn) {
    var after = backfill.place() == null ? "" : backfill.place();
    while (true) {
      var page = objects.list(bucket.name(), bucket.prefix(), after, PAGE);
      if (page.isEmpty()) {
        return true;
      }
      for (var file : page) {
        if (!goesOn.getAsBoolean()) {
          return false;
        }
        backfills.goOn(
            backfill.id(),
            file.location().key(),
            backfill.isWanted(file.lastModified()) ? take(bucket, file) : null);
      }
      after = page.getLast().location().key();
    }
  }

  private Taken take(Source.Bucket bucket, ObjectDescription file) {
    try {
      return files.take(bucket.stream(), file.location());
    } catch (RetryableException e) {
      if (e.code() != FailureCode.RECORDING_NOT_FOUND) {
        throw e;
      }
      // Deleted since the bucket was listed.
      return Taken.NONE;
    }
  }
}

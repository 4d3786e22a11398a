package com.aftercall.stream;

import com.aftercall.contact.ContactIntake;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.ObjectLocation;
import com.aftercall.storage.ObjectStore;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes files of contact records from the object store, as Amazon Data Firehose writes them:
 * records one after another or one a line, packed with gzip or not, whatever the name.
 */
@Component
public class RecordFiles {

  /** A file that holds something else would fill the table; its first lines tell enough. */
  private static final int MOST_SET_ASIDE = 100;

  private static final int MAGIC_BYTES = 2;

  private final ObjectStore objects;
  private final ContactIntake intake;
  private final RejectedRecords rejectedRecords;

  RecordFiles(ObjectStore objects, ContactIntake intake, RejectedRecords rejectedRecords) {
    this.objects = objects;
    this.intake = intake;
    this.rejectedRecords = rejectedRecords;
  }

  /**
   * Takes a file whole. Taking it again does no harm.
   *
   * @param stream under whose name rejected records are kept
   * @throws RetryableException if there is no such file (yet), or storage or database do not answer
   */
  public Taken take(String stream, ObjectLocation file) {
    var refused = new Refused(stream, file);
    try (var input = objects.open(file);
        var records = unpacked(input.stream(0))) {
      var committed = intake.accept(records, refused);
      return new Taken(committed.records(), committed.redelivered(), refused.count);
    } catch (ZipException | EOFException e) {
      refused.refused(refused.count, "the file is no whole gzip file", new byte[0]);
      return new Taken(0, 0, refused.count);
    } catch (IOException e) {
      throw new RetryableException(
          FailureCode.STORAGE_UNAVAILABLE, "%s could not be read to its end".formatted(file), e);
    } catch (DataAccessException | TransactionException e) {
      throw new RetryableException(
          FailureCode.DATABASE_UNAVAILABLE, "the database did not take %s".formatted(file), e);
    }
  }

  /** By the first bytes: names of such files often do not tell. */
  private static InputStream unpacked(InputStream file) throws IOException {
    var buffered = new BufferedInputStream(file, 1 << 16);
    buffered.mark(MAGIC_BYTES);
    var magic = buffered.readNBytes(MAGIC_BYTES);
    buffered.reset();
    return magic.length == MAGIC_BYTES && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B
        ? new GZIPInputStream(buffered, 1 << 16)
        : buffered;
  }

  private final class Refused implements ContactIntake.Refusals {

    private final String stream;
    private final ObjectLocation file;
    private int count;

    Refused(String stream, ObjectLocation file) {
      this.stream = stream;
      this.file = file;
    }

    @Override
    public void refused(int index, String reason, byte[] record) {
      if (count++ < MOST_SET_ASIDE) {
        rejectedRecords.keep(
            stream,
            new Delivery(file.bucket(), "%s#%d".formatted(file.key(), index), record, null),
            reason);
      }
    }
  }
}

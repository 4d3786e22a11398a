package com.aftercall.transcript.imported;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.ObjectLocation;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads transcripts that were finished elsewhere. The format is told from the content, never from
 * the name: {@code .json} may be many things.
 */
public final class FinishedTranscripts {

  /** Longer files are refused; ten hours of Transcribe's JSON have about 20 MB. */
  public static final long MAX_BYTES = 200_000_000;

  private static final int BYTES_TO_TELL_THE_FORMAT = 4096;

  private FinishedTranscripts() {}

  /**
   * Where a finished transcript of this recording may lie, in the order in which to look: beside
   * it, with its name and another ending.
   */
  public static List<ObjectLocation> besides(ObjectLocation recording) {
    return Stream.of("transcribe.json", "json", "vtt", "srt")
        .map(recording::withExtension)
        .filter(location -> !location.equals(recording))
        .toList();
  }

  /** {@link #read(InputStream, String)} for a file that is in memory. */
  public static FinishedTranscript read(byte[] content, String fileName) {
    return read(new ByteArrayInputStream(content), fileName);
  }

  /**
   * Reads a whole file; the stream is left open.
   *
   * @param fileName for messages only
   * @throws com.aftercall.failure.PermanentException with {@code TRANSCRIPT_UNREADABLE}; the
   *     message names line or byte and holds nothing that was spoken
   * @throws RetryableException with {@code STORAGE_UNAVAILABLE} if the stream breaks off
   */
  public static FinishedTranscript read(InputStream content, String fileName) {
    return read(content, fileName, MAX_BYTES);
  }

  static FinishedTranscript read(InputStream content, String fileName, long maxBytes) {
    var file = new TranscriptFile(fileName);
    try {
      var bounded = new BufferedInputStream(new BoundedInput(content, maxBytes), 1 << 16);
      bounded.mark(BYTES_TO_TELL_THE_FORMAT);
      var start = bounded.readNBytes(BYTES_TO_TELL_THE_FORMAT);
      bounded.reset();
      return switch (FileFormat.of(start, file)) {
        case JSON -> JsonTranscript.read(bounded, file);
        case WEBVTT -> WebVtt.read(new Lines(bounded, file), file);
        case SRT -> SubRip.read(new Lines(bounded, file), file);
      };
    } catch (BoundedInput.TooLong tooLong) {
      throw file.unreadable(
          "byte " + maxBytes, "the file is longer than %d bytes".formatted(maxBytes));
    } catch (IOException broken) {
      throw new RetryableException(
          FailureCode.STORAGE_UNAVAILABLE,
          "%s could not be read to its end; it will be tried again".formatted(fileName),
          broken);
    }
  }
}

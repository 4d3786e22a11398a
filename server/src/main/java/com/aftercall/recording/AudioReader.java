package com.aftercall.recording;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.recording.spi.AudioDecoder;
import com.aftercall.storage.ObjectInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Reads the audio of any file that is audio. What the bytes are decides, not what the file is
 * called. WAV files are read here, everything else and WAV files with a rare encoding by another
 * decoder.
 *
 * <p>Failures are {@link PermanentException}s with {@code RECORDING_UNREADABLE}, {@code
 * RECORDING_FORMAT_UNSUPPORTED} or {@code RECORDING_EMPTY}, whose message says what is wrong and at
 * which byte, and {@link RetryableException}s with {@code STORAGE_UNAVAILABLE} if the store breaks
 * off.
 */
public final class AudioReader {

  private final AudioDecoder otherFormats;

  /**
   * Makes a reader that may be used by many threads.
   *
   * @param otherFormats reads what is no plain WAV
   */
  public AudioReader(AudioDecoder otherFormats) {
    this.otherFormats = otherFormats;
  }

  /**
   * What the file's headers say; reads only those, and leaves the input open.
   *
   * @throws PermanentException as described above
   * @throws RetryableException as described above
   */
  public AudioDescription describe(ObjectInput input) {
    var header = wavHeader(input);
    return header.isPresent()
        ? header.get().describe(input.length())
        : otherFormats.describe(input);
  }

  /**
   * Opens the audio for reading from front to end. The stream closes the input when it is closed;
   * when this throws, the input is closed already.
   *
   * @throws PermanentException as described above
   * @throws RetryableException as described above
   */
  public AudioStream open(ObjectInput input) {
    try {
      var header = wavHeader(input);
      return header.isPresent() ? new WavStream(header.get(), input) : otherFormats.open(input);
    } catch (RuntimeException | Error e) {
      close(input);
      throw e;
    }
  }

  private static Optional<WavHeader> wavHeader(ObjectInput input) {
    if (input.length() == 0) {
      throw new PermanentException(
          FailureCode.RECORDING_UNREADABLE,
          "The recording's file is empty: it has 0 bytes. Look at what wrote it.");
    }
    try {
      return new WavParser(input).parse();
    } catch (IOException e) {
      throw brokenOff(e);
    }
  }

  static RetryableException brokenOff(IOException cause) {
    return new RetryableException(
        FailureCode.STORAGE_UNAVAILABLE,
        "The store broke off while the recording was read; it will be read again from the start.",
        cause);
  }

  static void close(ObjectInput input) {
    try {
      input.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

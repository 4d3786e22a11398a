package com.aftercall.recording.spi;

import com.aftercall.recording.AudioDescription;
import com.aftercall.recording.AudioStream;
import com.aftercall.storage.ObjectInput;

/**
 * Turns files of some formats into samples, at the file's own rate and channels. Safe for use by
 * many threads at a time; each stream belongs to one.
 *
 * <p>Both methods throw {@link com.aftercall.failure.PermanentException} with {@code
 * RECORDING_FORMAT_UNSUPPORTED} if the bytes are of no known format, with {@code
 * RECORDING_UNREADABLE} if they are but nothing can be decoded, with {@code RECORDING_EMPTY} if
 * there is no sample, and {@link com.aftercall.failure.RetryableException} if the store breaks off.
 */
public interface AudioDecoder {

  /** What the file says about its audio; leaves the input open. */
  AudioDescription describe(ObjectInput input);

  /** Opens the audio. The stream closes the input; if this throws, the input is still open. */
  AudioStream open(ObjectInput input);
}

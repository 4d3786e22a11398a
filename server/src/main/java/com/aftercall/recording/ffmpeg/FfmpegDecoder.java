package com.aftercall.recording.ffmpeg;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.recording.AudioDescription;
import com.aftercall.recording.AudioStream;
import com.aftercall.recording.spi.AudioDecoder;
import com.aftercall.storage.ObjectInput;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * MP3, Ogg (Vorbis, Opus), FLAC, M4A (AAC), WebM, AMR and others, and the rarer encodings inside
 * WAV, through FFmpeg's library. It needs nothing installed: the library comes in a jar and is
 * unpacked to the folder that {@code org.bytedeco.javacpp.cachedir} names.
 *
 * <p>What is damaged is passed over as FFmpeg's command line does, and a truncated file is decoded
 * as far as it goes.
 */
public final class FfmpegDecoder implements AudioDecoder {

  /** Loads nothing yet; the library is loaded with the first file that needs it. */
  public FfmpegDecoder() {}

  @Override
  public AudioDescription describe(ObjectInput input) {
    requireLibrary();
    try (var track = FfmpegTrack.open(input)) {
      return track.describe(input.length());
    }
  }

  @Override
  public AudioStream open(ObjectInput input) {
    requireLibrary();
    return new FfmpegStream(FfmpegTrack.open(input), input);
  }

  private static void requireLibrary() {
    try {
      Library.SILENT.load();
    } catch (LinkageError e) {
      throw new PermanentException(
          FailureCode.RECORDING_FORMAT_UNSUPPORTED,
          "The recording is no plain WAV, and FFmpeg's library, which reads the others, does not"
              + " load on this machine (it is there for 64-bit Linux on x86). Convert the recording"
              + " to WAV.",
          e);
    }
  }

  /** Holds the loading, which happens once, when the class is first used. */
  private enum Library {
    SILENT;

    static {
      avutil.av_log_set_level(avutil.AV_LOG_QUIET); // it writes to stderr by itself
    }

    void load() {}
  }
}

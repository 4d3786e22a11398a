package com.aftercall.recording.ffmpeg;

import com.aftercall.recording.AudioStream;
import com.aftercall.storage.ObjectInput;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Hands out what a {@link FfmpegTrack} decodes, in the portions asked for. */
final class FfmpegStream implements AudioStream {

  private final FfmpegTrack track;
  private final ObjectInput input;
  private int taken;
  private boolean closed;

  FfmpegStream(FfmpegTrack track, ObjectInput input) {
    this.track = track;
    this.input = input;
  }

  @Override
  public int sampleRateHz() {
    return track.sampleRateHz();
  }

  @Override
  public int channels() {
    return track.channels();
  }

  @Override
  public int read(short[] interleaved, int offset, int frames) {
    if (closed) {
      throw new IllegalStateException("the audio stream is closed");
    }
    if (taken == track.frames()) {
      taken = 0;
      if (!track.next()) {
        return -1;
      }
    }
    var count = Math.min(frames, track.frames() - taken);
    System.arraycopy(track.samples(), taken * channels(), interleaved, offset, count * channels());
    taken += count;
    return count;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    track.close();
    try {
      input.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package com.aftercall.recording.ffmpeg;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.bytedeco.ffmpeg.global.avutil;

/** FFmpeg's own words for its error numbers. */
final class FfmpegError {

  private FfmpegError() {}

  static String text(int error) {
    var text = new byte[128];
    avutil.av_strerror(error, text, text.length);
    return new String(text, US_ASCII).split("\0", 2)[0];
  }
}

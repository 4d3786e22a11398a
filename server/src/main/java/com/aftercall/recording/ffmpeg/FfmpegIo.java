package com.aftercall.recording.ffmpeg;

import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EINVAL;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EIO;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.ObjectInput;
import java.io.IOException;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Lets FFmpeg read an {@link ObjectInput}. An exception must not pass through native code, so it is
 * kept until {@link #check}.
 */
final class FfmpegIo {

  private static final int BUFFER_BYTES = 256 * 1024;

  /** Of {@code stdio.h}; the third, SEEK_END, is the rest. */
  private static final int SEEK_SET = 0;

  private static final int SEEK_CUR = 1;

  private final ObjectInput input;
  private final Reading reading = new Reading();
  private final Seeking seeking = new Seeking();
  private final AVIOContext context;
  private long position;
  private @Nullable Exception failure;

  /** The scope frees what is made here; the input stays open. */
  FfmpegIo(NativeScope scope, ObjectInput input) {
    this.input = input;
    scope.onClose(reading::close);
    scope.onClose(seeking::close);
    var buffer = new BytePointer(avutil.av_malloc(BUFFER_BYTES));
    this.context =
        avformat.avio_alloc_context(buffer, BUFFER_BYTES, 0, null, reading, null, seeking);
    scope.onClose(this::freeContext);
  }

  AVIOContext context() {
    return context;
  }

  /** Throws what the store threw while FFmpeg was reading, if anything. */
  void check() {
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Exception e ->
          throw new RetryableException(
              FailureCode.STORAGE_UNAVAILABLE,
              "The store broke off at byte %d of the recording; it will be read again from the start."
                  .formatted(position),
              e);
    }
  }

  /** FFmpeg may have exchanged the buffer for another by now. */
  private void freeContext() {
    avutil.av_free(context.buffer());
    avformat.avio_context_free(context);
  }

  private int read(BytePointer target, int count) {
    try {
      var read = input.read(position, target.capacity(count).asByteBuffer());
      if (read <= 0) {
        return avutil.AVERROR_EOF;
      }
      position += read;
      return read;
    } catch (IOException | RuntimeException e) {
      failure = e;
      return AVERROR_EIO();
    }
  }

  private long seek(long offset, int whence) {
    var mode = whence & ~avformat.AVSEEK_FORCE;
    if (mode == avformat.AVSEEK_SIZE) {
      return input.length();
    }
    var from =
        switch (mode) {
          case SEEK_SET -> 0;
          case SEEK_CUR -> position;
          default -> input.length();
        };
    if (from + offset < 0) {
      return AVERROR_EINVAL();
    }
    position = from + offset;
    return position;
  }

  private final class Reading extends Read_packet_Pointer_BytePointer_int {
    @Override
    public int call(@Nullable Pointer opaque, BytePointer target, int count) {
      return read(target, count);
    }
  }

  private final class Seeking extends Seek_Pointer_long_int {
    @Override
    public long call(@Nullable Pointer opaque, long offset, int whence) {
      return seek(offset, whence);
    }
  }
}

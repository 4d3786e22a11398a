package com.aftercall.recording.ffmpeg;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.ShortPointer;

/**
 * Makes 16-bit interleaved samples of decoded frames. Rate and channels are those of the first
 * frame; should a file change them on the way, what follows is converted to them.
 */
final class FfmpegSamples {

  private final int sampleRateHz;
  private final AVChannelLayout layout = new AVChannelLayout();
  private final AVChannelLayout inputLayout = new AVChannelLayout();
  private final SwrContext converter = new SwrContext(null);
  private final PointerPointer<Pointer> planes = new PointerPointer<>(1);
  private ShortPointer converted = new ShortPointer(0);
  private int inputRateHz;
  private int inputFormat;
  private short[] samples = {};
  private int frames;

  /** The scope frees what is made here. */
  FfmpegSamples(NativeScope scope, AVFrame first) {
    scope.onClose(this::free);
    this.sampleRateHz = first.sample_rate();
    copyLayout(layout, first);
  }

  int sampleRateHz() {
    return sampleRateHz;
  }

  int channels() {
    return layout.nb_channels();
  }

  /** Interleaved; valid until the next conversion. */
  short[] samples() {
    return samples;
  }

  int frames() {
    return frames;
  }

  /** Converts a frame; afterwards there may be no samples yet if the rate is changed as well. */
  void convert(AVFrame frame) {
    if (!isConfiguredFor(frame)) {
      configure(frame);
    }
    take(frame.extended_data(), frame.nb_samples());
  }

  /** Converts what a change of rate has held back. */
  void drain() {
    if (converter.isNull()) {
      frames = 0;
    } else {
      take(new PointerPointer<>((Pointer) null), 0);
    }
  }

  private void take(PointerPointer<?> input, int count) {
    var room = swresample.swr_get_out_samples(converter, count);
    if (room * channels() > samples.length) {
      samples = new short[room * channels()];
      converted.close();
      converted = new ShortPointer(samples.length);
      planes.put(converted);
    }
    frames = require(swresample.swr_convert(converter, planes, room, input, count));
    converted.get(samples, 0, frames * channels());
  }

  private boolean isConfiguredFor(AVFrame frame) {
    return !converter.isNull()
        && frame.sample_rate() == inputRateHz
        && frame.format() == inputFormat
        && frame.ch_layout().nb_channels() == inputLayout.nb_channels();
  }

  private void configure(AVFrame frame) {
    inputRateHz = frame.sample_rate();
    inputFormat = frame.format();
    copyLayout(inputLayout, frame);
    swresample.swr_free(converter);
    require(
        swresample.swr_alloc_set_opts2(
            converter,
            layout,
            avutil.AV_SAMPLE_FMT_S16,
            sampleRateHz,
            inputLayout,
            inputFormat,
            inputRateHz,
            0,
            null));
    require(swresample.swr_init(converter));
  }

  /** A file that does not say where its speakers stand gets the usual places. */
  private static void copyLayout(AVChannelLayout target, AVFrame frame) {
    var source = frame.ch_layout();
    if (source.order() == avutil.AV_CHANNEL_ORDER_UNSPEC) {
      avutil.av_channel_layout_uninit(target);
      avutil.av_channel_layout_default(target, source.nb_channels());
    } else {
      require(avutil.av_channel_layout_copy(target, source));
    }
  }

  private static int require(int result) {
    if (result < 0) {
      throw new PermanentException(
          FailureCode.RECORDING_UNREADABLE,
          "The recording's samples cannot be converted to 16 bits: " + FfmpegError.text(result));
    }
    return result;
  }

  private void free() {
    swresample.swr_free(converter);
    avutil.av_channel_layout_uninit(layout);
    avutil.av_channel_layout_uninit(inputLayout);
    layout.close();
    inputLayout.close();
    converted.close();
    planes.close();
  }
}

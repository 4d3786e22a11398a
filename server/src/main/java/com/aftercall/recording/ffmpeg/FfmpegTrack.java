package com.aftercall.recording.ffmpeg;

import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.recording.AudioDescription;
import com.aftercall.storage.ObjectInput;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** The best audio track of a file, decoded frame by frame. Owns native memory until closed. */
final class FfmpegTrack implements AutoCloseable {

  private final NativeScope scope;
  private final FfmpegContainer container;
  private final AVCodecContext codec;
  private final AVPacket packet;
  private final AVFrame frame;
  private final FfmpegSamples samples;
  private boolean drained;
  private int brokenPackets;

  /** The input stays open, whatever happens. */
  static FfmpegTrack open(ObjectInput input) {
    var scope = new NativeScope();
    try {
      return new FfmpegTrack(scope, FfmpegContainer.open(scope, input));
    } catch (RuntimeException | Error e) {
      scope.close();
      throw e;
    }
  }

  /** Decodes the first frame, because only that shows that there is sound, and of what shape. */
  private FfmpegTrack(NativeScope scope, FfmpegContainer container) {
    this.scope = scope;
    this.container = container;
    this.codec = container.openCodec(scope);
    this.packet = avcodec.av_packet_alloc();
    scope.onClose(() -> avcodec.av_packet_free(packet));
    this.frame = avutil.av_frame_alloc();
    scope.onClose(() -> avutil.av_frame_free(frame));
    if (!decode()) {
      throw nothingDecoded();
    }
    requireSound();
    this.samples = new FfmpegSamples(scope, frame);
    samples.convert(frame);
  }

  int sampleRateHz() {
    return samples.sampleRateHz();
  }

  int channels() {
    return samples.channels();
  }

  /** Interleaved; valid until {@link #next}. */
  short[] samples() {
    return samples.samples();
  }

  int frames() {
    return samples.frames();
  }

  AudioDescription describe(long sizeBytes) {
    return new AudioDescription(
        container.kind(),
        container.encoding(),
        sampleRateHz(),
        channels(),
        null,
        container.claimedDuration(),
        sizeBytes,
        0);
  }

  /** Decodes on until there are samples; false at the end, and from then on. */
  boolean next() {
    do {
      if (decode()) {
        samples.convert(frame);
      } else {
        samples.drain();
        return samples.frames() > 0;
      }
    } while (samples.frames() == 0);
    return true;
  }

  /** Fills the frame; false at the end. What is damaged is passed over. */
  private boolean decode() {
    while (true) {
      var result = avcodec.avcodec_receive_frame(codec, frame);
      if (result >= 0) {
        return true;
      }
      if (drained) {
        return false;
      }
      if (result != AVERROR_EAGAIN()) {
        brokenPackets++;
      }
      feed();
    }
  }

  /** Gives the decoder its next packet, or the end. */
  private void feed() {
    if (!container.read(packet)) {
      drained = true;
      avcodec.avcodec_send_packet(codec, null);
      return;
    }
    if (avcodec.avcodec_send_packet(codec, packet) < 0) {
      brokenPackets++;
    }
    avcodec.av_packet_unref(packet);
  }

  private PermanentException nothingDecoded() {
    return brokenPackets == 0
        ? new PermanentException(
            FailureCode.RECORDING_EMPTY,
            "The recording has no samples: its %s file has an audio track with nothing in it."
                .formatted(container.kind()))
        : new PermanentException(
            FailureCode.RECORDING_UNREADABLE,
            "The recording's %s file is damaged: none of its audio (%s) can be decoded."
                .formatted(container.kind(), container.encoding()));
  }

  private void requireSound() {
    var channels = frame.ch_layout().nb_channels();
    if (channels < 1 || channels > AudioDescription.MAX_CHANNELS || frame.sample_rate() < 1) {
      throw new PermanentException(
          FailureCode.RECORDING_UNREADABLE,
          "The recording's %s file cannot be read: it has %d audio channels at %d Hz."
              .formatted(container.kind(), channels, frame.sample_rate()));
    }
  }

  @Override
  public void close() {
    scope.close();
  }
}

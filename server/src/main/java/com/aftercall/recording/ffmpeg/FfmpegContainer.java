package com.aftercall.recording.ffmpeg;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.storage.ObjectInput;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** A file that FFmpeg has recognised, with its best audio track chosen. */
final class FfmpegContainer {

  /**
   * Only files that hold sound themselves. FFmpeg also reads play lists, which make it open further
   * files and addresses: that is not for recordings that come from outside.
   */
  private static final String FORMATS =
      "wav,w64,aiff,au,caf,mp3,ogg,flac,mov,mp4,m4a,3gp,matroska,webm,aac,amr,amrnb,amrwb,"
          + "ac3,eac3,asf,avi,gsm,wv,voc,mpegts,mpeg,flv,latm,loas";

  /** Longer claims come from damaged headers. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private final FfmpegIo io;
  private final AVFormatContext format;
  private final AVStream stream;

  /** The scope frees what is opened; the input stays open. */
  static FfmpegContainer open(NativeScope scope, ObjectInput input) {
    var io = new FfmpegIo(scope, input);
    var format = avformat.avformat_alloc_context();
    scope.onClose(() -> avformat.avformat_close_input(format));
    format.pb(io.context());
    var options = new AVDictionary(null);
    avutil.av_dict_set(options, "format_whitelist", FORMATS, 0);
    avutil.av_dict_set(options, "protocol_whitelist", "none", 0);
    var result = avformat.avformat_open_input(format, (String) null, null, options);
    avutil.av_dict_free(options);
    io.check();
    if (result < 0) {
      throw FileSignature.of(input).refusal(FfmpegError.text(result));
    }
    return new FfmpegContainer(io, format);
  }

  private FfmpegContainer(FfmpegIo io, AVFormatContext format) {
    this.io = io;
    this.format = format;
    avformat.avformat_find_stream_info(format, (PointerPointer<?>) null);
    io.check();
    var best =
        avformat.av_find_best_stream(format, avutil.AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
    if (best < 0) {
      throw new PermanentException(
          FailureCode.RECORDING_FORMAT_UNSUPPORTED,
          "The recording's %s file has no audio track.".formatted(kind()));
    }
    this.stream = format.streams(best);
    for (var i = 0; i < format.nb_streams(); i++) {
      format.streams(i).discard(i == best ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
    }
  }

  /** Opens the track's decoder; the scope frees it. */
  AVCodecContext openCodec(NativeScope scope) {
    var decoder = avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
    if (decoder == null) {
      throw new PermanentException(
          FailureCode.RECORDING_FORMAT_UNSUPPORTED,
          "The recording's %s file holds audio as %s, for which there is no decoder."
              .formatted(kind(), encoding()));
    }
    var codec = avcodec.avcodec_alloc_context3(decoder);
    scope.onClose(() -> avcodec.avcodec_free_context(codec));
    avcodec.avcodec_parameters_to_context(codec, stream.codecpar());
    codec.thread_count(1);
    var result = avcodec.avcodec_open2(codec, decoder, (PointerPointer<?>) null);
    if (result < 0) {
      throw new PermanentException(
          FailureCode.RECORDING_UNREADABLE,
          "The recording's %s file is damaged: its %s decoder does not start (%s)."
              .formatted(kind(), encoding(), FfmpegError.text(result)));
    }
    return codec;
  }

  /** Reads the track's next packet; false at the end, or where the file is broken off. */
  boolean read(AVPacket packet) {
    while (avformat.av_read_frame(format, packet) >= 0) {
      if (packet.stream_index() == stream.index()) {
        return true;
      }
      avcodec.av_packet_unref(packet);
    }
    io.check();
    return false;
  }

  /** Such as {@code MP3} or {@code MP4}. FFmpeg's name may be a list: "mov,mp4,m4a,3gp,3g2,mj2". */
  String kind() {
    var name = format.iformat().name().getString();
    return switch (name.split(",", 2)[0]) {
      case "mov" -> "MP4";
      case "matroska" -> "WebM";
      default -> name.toUpperCase(Locale.ROOT);
    };
  }

  /** Such as {@code mp3}, {@code opus} or {@code adpcm_ima_wav}. */
  String encoding() {
    return avcodec.avcodec_get_name(stream.codecpar().codec_id()).getString();
  }

  @Nullable Duration claimedDuration() {
    var claimed = Duration.of(format.duration(), ChronoUnit.MICROS);
    return claimed.isPositive() && claimed.compareTo(LONGEST) <= 0 ? claimed : null;
  }
}

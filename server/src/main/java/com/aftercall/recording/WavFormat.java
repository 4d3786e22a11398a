package com.aftercall.recording;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The fmt chunk of a WAV file, as it stands there.
 *
 * @param at byte of the chunk in the file
 * @param tag kind of samples; 0xFFFE (WAVE_FORMAT_EXTENSIBLE) is resolved already
 * @param sampleRateHz as an unsigned number cut to an int, so negative ones are absurd
 * @param blockAlign bytes of one frame
 */
record WavFormat(
    long at, int tag, int channels, int sampleRateHz, int blockAlign, int bitsPerSample) {

  static final int MIN_BYTES = 16;
  static final int MAX_BYTES = 40;

  private static final int PCM = 1;
  private static final int IEEE_FLOAT = 3;
  private static final int A_LAW = 6;
  private static final int MU_LAW = 7;
  private static final int EXTENSIBLE = 0xFFFE;

  /** Byte of the sub-format's GUID in the chunk; its first two bytes are a tag. */
  private static final int SUB_FORMAT = 24;

  /** The highest rate of any converter on sale; more is a damaged header. */
  private static final int MAX_SAMPLE_RATE_HZ = 768_000;

  static WavFormat read(long at, ByteBuffer body) {
    var tag = Short.toUnsignedInt(body.getShort(0));
    if (tag == EXTENSIBLE && body.limit() >= SUB_FORMAT + 2) {
      tag = Short.toUnsignedInt(body.getShort(SUB_FORMAT));
    }
    return new WavFormat(
        at,
        tag,
        Short.toUnsignedInt(body.getShort(2)),
        body.getInt(4),
        Short.toUnsignedInt(body.getShort(12)),
        Short.toUnsignedInt(body.getShort(14)));
  }

  /** Empty for a kind of samples that needs a real decoder, such as ADPCM, GSM or MP3. */
  Optional<SampleEncoding> encoding() {
    return Optional.ofNullable(
        switch (tag) {
          case PCM -> pcm();
          case IEEE_FLOAT ->
              bitsPerSample == 64 ? SampleEncoding.FLOAT_64 : SampleEncoding.FLOAT_32;
          case A_LAW -> SampleEncoding.A_LAW;
          case MU_LAW -> SampleEncoding.MU_LAW;
          default -> null;
        });
  }

  /** Samples with odd numbers of bits lie left-justified in whole bytes. */
  private SampleEncoding pcm() {
    return switch ((bitsPerSample + 7) / 8) {
      case 1 -> SampleEncoding.PCM_8;
      case 3 -> SampleEncoding.PCM_24;
      case 4 -> SampleEncoding.PCM_32;
      default -> SampleEncoding.PCM_16;
    };
  }

  /** What makes the samples unreadable although their kind is known, if anything. */
  Optional<String> problem() {
    if (channels == 0 || channels > AudioDescription.MAX_CHANNELS) {
      return Optional.of(
          "%d audio channels, but 1 to %d can be"
              .formatted(channels, AudioDescription.MAX_CHANNELS));
    }
    if (sampleRateHz <= 0 || sampleRateHz > MAX_SAMPLE_RATE_HZ) {
      return Optional.of("a sample rate of %d Hz".formatted(Integer.toUnsignedLong(sampleRateHz)));
    }
    var frameBytes = channels * encoding().map(SampleEncoding::bytesPerSample).orElse(0);
    if (blockAlign != frameBytes) {
      return Optional.of(
          "%d bytes per frame, but %d channels of %d bits take %d"
              .formatted(blockAlign, channels, bitsPerSample, frameBytes));
    }
    return Optional.empty();
  }
}

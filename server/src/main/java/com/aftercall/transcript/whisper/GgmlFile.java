package com.aftercall.transcript.whisper;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the head of a Whisper model file in ggml format says, after the whole file was walked
 * through. The native library ends the process on some broken files, so it must never see one.
 *
 * <p>Layout, little endian (whisper.cpp, {@code whisper_model_load}): magic, eleven sizes, mel
 * filters, vocabulary, then tensors up to the end of the file.
 *
 * @param path where it is
 * @param multilingual whether it knows other languages than English
 * @param audioLayers layers of the encoder: 4 tiny, 6 base, 12 small, 24 medium, 32 large
 */
record GgmlFile(Path path, boolean multilingual, int audioLayers) {

  private static final int MAGIC = 0x67676d6c;

  /** Tokens of the English vocabulary; the multilingual ones have more. */
  private static final int ENGLISH_VOCABULARY = 51_864;

  private static final int HEAD_INTS = 12;

  /**
   * Looks through a file without loading it.
   *
   * @throws PermanentException with {@code MODEL_INVALID} if it is not such a file or is cut short
   */
  static GgmlFile check(Path path) {
    if (!Files.isRegularFile(path)) {
      throw invalid(path, "does not exist");
    }
    try (var channel = FileChannel.open(path);
        var arena = Arena.ofConfined()) {
      var bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      return new Walk(path, bytes).walk();
    } catch (IOException e) {
      throw invalid(path, "cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  static PermanentException invalid(Path path, String why) {
    return new PermanentException(
        FailureCode.MODEL_INVALID,
        "model file %s %s; './aftercall models pull base.en' fetches one that works"
            .formatted(path, why));
  }

  /** One pass over the bytes. */
  private static final class Walk {
    private static final ValueLayout.OfInt INT =
        ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path path;
    private final MemorySegment bytes;
    private long at;

    Walk(Path path, MemorySegment bytes) {
      this.path = path;
      this.bytes = bytes;
    }

    GgmlFile walk() {
      if (bytes.byteSize() < 4L * HEAD_INTS || nextInt() != MAGIC) {
        throw invalid(path, "is no Whisper model in ggml format");
      }
      int[] sizes = new int[HEAD_INTS - 1];
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = nextInt();
      }
      checkSizes(sizes);
      skip(4L * product(nextInt(), nextInt()));
      skipVocabulary();
      while (at < bytes.byteSize()) {
        skipTensor();
      }
      return new GgmlFile(path, sizes[0] > ENGLISH_VOCABULARY, sizes[4]);
    }

    /** Order: vocabulary; context, width, heads, layers of audio and of text; mels; type. */
    private void checkSizes(int[] sizes) {
      boolean plausible =
          within(sizes[0], 51_000, 60_000)
              && within(sizes[1], 1_500, 1_500)
              && within(sizes[2], 64, 4_096)
              && within(sizes[3], 1, 64)
              && within(sizes[4], 1, 64)
              && within(sizes[5], 1, 4_096)
              && within(sizes[6], 64, 4_096)
              && within(sizes[7], 1, 64)
              && within(sizes[8], 1, 64)
              && (sizes[9] == 80 || sizes[9] == 128);
      if (!plausible) {
        throw invalid(path, "describes a model that cannot be");
      }
    }

    private static boolean within(int value, int low, int high) {
      return value >= low && value <= high;
    }

    private void skipVocabulary() {
      int tokens = nextInt();
      if (!within(tokens, 50_000, 60_000)) {
        throw invalid(path, "has no vocabulary");
      }
      for (int i = 0; i < tokens; i++) {
        skip(Integer.toUnsignedLong(nextInt()));
      }
    }

    private void skipTensor() {
      int dimensions = nextInt();
      int nameLength = nextInt();
      int type = nextInt();
      if (!within(dimensions, 1, 4) || !within(nameLength, 1, 200)) {
        throw invalid(path, "is damaged at byte " + at);
      }
      long elements = 1;
      for (int i = 0; i < dimensions; i++) {
        elements = product(elements, nextInt());
      }
      skip(nameLength);
      skip(bytesOf(type, elements));
    }

    /** Sizes of ggml's number formats: elements in a block, bytes of a block. */
    private long bytesOf(int type, long elements) {
      return switch (type) {
        case 0 -> 4 * elements; // f32
        case 1 -> 2 * elements; // f16
        case 2 -> elements / 32 * 18; // q4_0
        case 3 -> elements / 32 * 20; // q4_1
        case 6 -> elements / 32 * 22; // q5_0
        case 7 -> elements / 32 * 24; // q5_1
        case 8 -> elements / 32 * 34; // q8_0
        case 10 -> elements / 256 * 84; // q2_k
        case 11 -> elements / 256 * 110; // q3_k
        case 12 -> elements / 256 * 144; // q4_k
        case 13 -> elements / 256 * 176; // q5_k
        case 14 -> elements / 256 * 210; // q6_k
        default -> throw invalid(path, "has numbers of an unknown format " + type);
      };
    }

    private long product(long a, int b) {
      if (a < 0 || b < 0 || a * b > bytes.byteSize() * 8) {
        throw invalid(path, "is cut short or damaged");
      }
      return a * b;
    }

    private int nextInt() {
      long from = at;
      skip(4);
      return bytes.get(INT, from);
    }

    private void skip(long count) {
      if (count > bytes.byteSize() - at) {
        throw invalid(path, "is cut short");
      }
      at += count;
    }
  }
}

package com.aftercall.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.storage.ObjectInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds format and samples in a WAV file: RIFF, or RF64 (EBU Tech 3306) and BW64 (ITU-R BS.2088)
 * for files over 4 GiB. It believes no length: what recorders that were cut off or wrote to a pipe
 * leave in the header (0, 0xFFFFFFFF, more than there is) means "to the end of the file".
 */
final class WavParser {

  private static final Set<String> CONTAINERS = Set.of("RIFF", "RF64", "BW64");
  private static final long UNKNOWN_LENGTH = 0xFFFFFFFFL;
  private static final long PIPE_LENGTH = 0x7FFF0000L;
  private static final int CHUNK_HEADER_BYTES = 8;

  /** More than any recorder writes; a file of a million empty chunks shall not keep us busy. */
  private static final int MAX_CHUNKS = 1_000;

  /** Read at once, since nearly every header fits and the store may be far away. */
  private static final int HEAD_BYTES = 4 * 1024;

  private final ObjectInput input;
  private final long length;
  private @Nullable ByteBuffer head;
  private @Nullable WavFormat format;
  private long dataBytesOfDs64;

  WavParser(ObjectInput input) {
    this.input = input;
    this.length = input.length();
  }

  /**
   * The header, or empty if the file is no WAV or has an encoding that is not read here.
   *
   * @throws PermanentException with {@code RECORDING_UNREADABLE} or {@code RECORDING_EMPTY}
   */
  Optional<WavHeader> parse() throws IOException {
    var start = bytesAt(0, 12);
    var container = text(start, 0);
    if (!CONTAINERS.contains(container)) {
      return Optional.empty();
    }
    if (start.remaining() < 12) {
      throw unreadable("ends at byte %d, inside its first 12 bytes".formatted(length));
    }
    return text(start, 8).equals("WAVE") ? parseChunks(container) : Optional.empty();
  }

  private Optional<WavHeader> parseChunks(String container) throws IOException {
    var at = 12L;
    for (var chunk = 0; chunk < MAX_CHUNKS; chunk++) {
      var head = bytesAt(at, CHUNK_HEADER_BYTES);
      if (head.remaining() < CHUNK_HEADER_BYTES) {
        throw unreadable(
            "ends at byte %d before its %s chunk"
                .formatted(length, format == null ? "fmt" : "data"));
      }
      var size = Integer.toUnsignedLong(head.getInt(4));
      switch (text(head, 0)) {
        case "fmt " -> format = readFormat(at, size);
        case "ds64" -> readDs64(at);
        case "data" -> {
          return readData(container, at, size);
        }
        default -> {} // LIST, JUNK, bext, fact and whatever else
      }
      at += CHUNK_HEADER_BYTES + size + (size & 1); // chunks start at even bytes
    }
    throw unreadable(
        "has more than %d chunks before byte %d, none of them 'data'".formatted(MAX_CHUNKS, at));
  }

  private WavFormat readFormat(long at, long size) throws IOException {
    if (size < WavFormat.MIN_BYTES) {
      throw unreadable(
          "has a fmt chunk at byte %d of only %d bytes; it needs 16".formatted(at, size));
    }
    var count = (int) Math.min(size, WavFormat.MAX_BYTES);
    var body = bytesAt(at + CHUNK_HEADER_BYTES, count);
    if (body.remaining() < count) {
      throw unreadable("ends at byte %d, inside the fmt chunk at byte %d".formatted(length, at));
    }
    return WavFormat.read(at, body);
  }

  private void readDs64(long at) throws IOException {
    var body = bytesAt(at + CHUNK_HEADER_BYTES, 16);
    if (body.remaining() < 16) {
      throw unreadable("ends at byte %d, inside the ds64 chunk at byte %d".formatted(length, at));
    }
    dataBytesOfDs64 = body.getLong(8);
  }

  private Optional<WavHeader> readData(String container, long at, long size) {
    var known = format;
    if (known == null) {
      throw unreadable("has its data chunk at byte %d before any fmt chunk".formatted(at));
    }
    var encoding = known.encoding();
    if (encoding.isEmpty()) {
      return Optional.empty();
    }
    known
        .problem()
        .ifPresent(
            problem -> {
              throw unreadable(
                  "says in its fmt chunk at byte %d: %s".formatted(known.at(), problem));
            });
    var dataStart = at + CHUNK_HEADER_BYTES;
    var frames = dataBytes(dataStart, size) / known.blockAlign();
    if (frames == 0) {
      throw new PermanentException(
          FailureCode.RECORDING_EMPTY,
          "The recording has no samples: its data chunk at byte %d is empty.".formatted(at));
    }
    return Optional.of(
        new WavHeader(
            container.equals("RIFF") ? "WAV" : container,
            encoding.get(),
            known.sampleRateHz(),
            known.channels(),
            dataStart,
            frames,
            missingBytes(dataStart, size)));
  }

  private long dataBytes(long dataStart, long size) {
    var rest = length - dataStart;
    var stated = stated(size);
    return stated <= 0 || stated > rest ? rest : stated;
  }

  /** Recorders that write to a pipe claim about 2 or 4 GiB, which says nothing. */
  private long missingBytes(long dataStart, long size) {
    var stated = stated(size);
    return stated >= PIPE_LENGTH ? 0 : Math.max(0, stated - (length - dataStart));
  }

  private long stated(long size) {
    return size == UNKNOWN_LENGTH ? dataBytesOfDs64 : size;
  }

  /** Up to so many bytes from a place on; fewer only at the end of the file. */
  private ByteBuffer bytesAt(long position, int count) throws IOException {
    if (position + count > HEAD_BYTES) {
      return load(position, count);
    }
    if (head == null) {
      head = load(0, HEAD_BYTES);
    }
    var from = (int) Math.min(position, head.limit());
    return head.slice(from, Math.min(count, head.limit() - from)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private ByteBuffer load(long position, int count) throws IOException {
    var bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && input.read(position + bytes.position(), bytes) > 0) {
      // read on
    }
    return bytes.flip();
  }

  private static String text(ByteBuffer bytes, int at) {
    var count = Math.clamp(bytes.limit() - at, 0, 4);
    return new String(bytes.array(), bytes.arrayOffset() + at, count, ISO_8859_1);
  }

  private static PermanentException unreadable(String what) {
    return new PermanentException(
        FailureCode.RECORDING_UNREADABLE,
        "The recording's WAV file cannot be read: it " + what + ".");
  }
}

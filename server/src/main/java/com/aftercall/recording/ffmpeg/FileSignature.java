package com.aftercall.recording.ffmpeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.ObjectInput;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The first bytes of a file that FFmpeg does not take, to tell a damaged recording from something
 * else.
 *
 * @param start sixteen bytes, or fewer if the file has no more; one character each
 */
record FileSignature(String start) {

  private static final Map<String, String> AUDIO =
      Map.of(
          "RIFF", "WAV",
          "OggS", "Ogg",
          "fLaC", "FLAC",
          "ID3", "MP3",
          "\u001aE\u00df\u00a3", "WebM",
          "#!AMR", "AMR",
          "FORM", "AIFF",
          "caff", "CAF");

  private static final Map<String, String> OTHERS =
      Map.of(
          "<", "It looks like HTML or XML, perhaps an error page that was saved in its place.",
          "{", "It looks like JSON.",
          "[", "It looks like JSON.",
          "WEBVTT", "It is a WebVTT transcript.",
          "%PDF", "It is a PDF.",
          "PK\u0003\u0004", "It is a ZIP archive; unpack it first.",
          "\u001f\u008b", "It is compressed with gzip; unpack it first.");

  static FileSignature of(ObjectInput input) {
    var bytes = new byte[16];
    try {
      var read = input.read(0, bytes, 0, bytes.length);
      return new FileSignature(new String(bytes, 0, Math.max(read, 0), ISO_8859_1));
    } catch (IOException e) {
      throw new RetryableException(
          FailureCode.STORAGE_UNAVAILABLE,
          "The store broke off at the start of the recording; it will be read again.",
          e);
    }
  }

  PermanentException refusal(String reason) {
    var audio = start.startsWith("ftyp", 4) ? "MP4" : find(AUDIO);
    if (!audio.isEmpty()) {
      return new PermanentException(
          FailureCode.RECORDING_UNREADABLE,
          "The recording starts like a file of kind %s but is damaged or broken off: %s."
              .formatted(audio, reason));
    }
    return new PermanentException(
        FailureCode.RECORDING_FORMAT_UNSUPPORTED,
        "The recording is no audio that can be read; it starts with the bytes %s. %s WAV, MP3, Ogg,"
                .formatted(hex(), find(OTHERS))
            + " FLAC, M4A, WebM and AMR are read.");
  }

  private String find(Map<String, String> signatures) {
    return signatures.entrySet().stream()
        .filter(signature -> start.startsWith(signature.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  /** Four bytes are enough to recognise a format, and too few to give away what is inside. */
  private String hex() {
    var four = start.substring(0, Math.min(4, start.length())).getBytes(ISO_8859_1);
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(four);
  }
}

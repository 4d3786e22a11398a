package com.aftercall.transcript.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.storage.ObjectLocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinishedTranscriptsTest {

  @Test
  void transcriptsLieBesideTheRecording() {
    assertThat(FinishedTranscripts.besides(ObjectLocation.parse("b/2026/07/id_10:04.wav")))
        .extracting(ObjectLocation::toString)
        .containsExactly(
            "b/2026/07/id_10:04.transcribe.json",
            "b/2026/07/id_10:04.json",
            "b/2026/07/id_10:04.vtt",
            "b/2026/07/id_10:04.srt");
  }

  @Test
  void fileIsNotLookedForBesideItself() {
    assertThat(FinishedTranscripts.besides(ObjectLocation.parse("b/chat.json")))
        .extracting(ObjectLocation::toString)
        .containsExactly("b/chat.transcribe.json", "b/chat.vtt", "b/chat.srt");
  }

  @Test
  void contentDecidesAndNotTheName() {
    var srt = "1\n00:00:01,000 --> 00:00:02,000\nhi\n".getBytes(StandardCharsets.UTF_8);

    assertThat(FinishedTranscripts.read(srt, "call.json").format()).isEqualTo("SRT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"results\":{\"items\":[", "WEBVTT\n\n", "1\n00:00:01,000 --> 00:00:02,000\n"})
  void fileThatIsTooLongIsRefused(String start) {
    var text = start + "\n".repeat(100_000 - start.length());

    assertThat(FinishedTranscripts.MAX_BYTES).isEqualTo(200_000_000);
    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> FinishedTranscripts.read(bytes(text), "big", 99_999))
        .withMessageStartingWith("big, byte 99999: the file is longer than 99999 bytes.");
  }

  @Test
  void fileOfExactlyTheLimitIsRead() {
    var text = "WEBVTT\n\n" + "\n".repeat(99_992);

    assertThat(FinishedTranscripts.read(bytes(text), "big", 100_000).format()).isEqualTo("WebVTT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"results\":{\"items\":[", "WEBVTT\n\n", "1\n00:00:01,000 --> 00:00:02,000\n"})
  void storeThatBreaksOffIsTriedAgain(String start) {
    var broken = new SequenceInputStream(bytes(start + "\n".repeat(100_000)), new Broken());

    assertThatExceptionOfType(RetryableException.class)
        .isThrownBy(() -> FinishedTranscripts.read(broken, "call"))
        .returns(FailureCode.STORAGE_UNAVAILABLE, RetryableException::code);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("connection reset");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      throw new IOException("connection reset");
    }
  }
}

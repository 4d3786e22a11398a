package com.aftercall.waveform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aftercall.recording.AudioChannel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class WaveformLevelTest {

  private static final String MONO_HEADER = "02000000000000000401000002000000%s01000000";

  @Test
  void exampleInTheDocumentIsReadAsTheDocumentSays() throws IOException {
    var level = read(exampleOfDocument());

    assertThat(level.sampleRateHz()).isEqualTo(8_000);
    assertThat(level.samplesPerPixel()).isEqualTo(256);
    assertThat(level.channels()).isEqualTo(2);
    assertThat(level.length()).isEqualTo(3);
    assertThat(level.peak(new AudioChannel(0), 0)).isEqualTo(peak(-2, 1));
    assertThat(level.peak(new AudioChannel(1), 0)).isEqualTo(peak(-128, 127));
    assertThat(level.peak(new AudioChannel(0), 2)).isEqualTo(peak(-2, -2));
    assertThat(level.peak(new AudioChannel(1), 2)).isEqualTo(peak(-127, -127));
  }

  @Test
  void jsonInTheDocumentIsTheSameExample() throws IOException {
    var json = new ByteArrayOutputStream();
    read(exampleOfDocument()).writeJson(json, SampleBits.EIGHT);
    assertThat(json).hasToString(block("```json\n"));
  }

  @Test
  void eightBitFileReadAndWrittenIsTheSame() throws IOException {
    var example = exampleOfDocument();
    assertThat(written(read(example), SampleBits.EIGHT)).isEqualTo(example);
  }

  @Test
  void sixteenBitFileReadAndWrittenIsTheSame() throws IOException {
    var values = new short[2 * 40_000]; // more than one block of the writer
    for (var i = 0; i < values.length; i++) {
      values[i] = (short) (i * 7);
    }
    var level = new WaveformLevel(16_000, 512, 1, values);
    assertThat(read(written(level, SampleBits.SIXTEEN))).isEqualTo(level);
  }

  @Test
  void versionOneFileHasATwentyByteHeaderAndOneChannel() throws IOException {
    var level = read(hex("0100000001000000401f00000001000001000000" + "ff01"));
    assertThat(level.channels()).isEqualTo(1);
    assertThat(level.peak(new AudioChannel(0), 0)).isEqualTo(peak(-1, 1));
  }

  @Test
  void fileShorterThanItsHeaderSaysIsRefused() {
    var whole = hex(MONO_HEADER.formatted("02000000") + "0100020003000400");
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 3)))
        .isInstanceOf(EOFException.class)
        .hasMessage("waveform file ends 3 bytes before the end of its 2 points");
  }

  @Test
  void fileThatEndsInItsHeaderIsRefused() {
    assertThatThrownBy(() -> read(hex("0200000001")))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("before the end of its header");
  }

  @Test
  void fileOfAnotherKindIsRefused() {
    assertThatThrownBy(() -> read("RIFF....WAVEfmt .....".getBytes(UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no waveform file: it has version 1179011410");
  }

  @Test
  void absurdLengthIsRefusedBeforeMemoryIsTaken() {
    assertThatThrownBy(() -> read(hex(MONO_HEADER.formatted("ffffffff"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("4294967295 points of 1 channels");
  }

  @Test
  void noChannelsOrSampleRateAreRefused() {
    assertThatThrownBy(() -> read(hex("020000000000000000000000000100000000000001000000")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("at 0 Hz");
    assertThatThrownBy(() -> read(hex("0200000000000000401f0000000100000000000000000000")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("0 channels");
  }

  private static Peak peak(int min, int max) {
    return new Peak(SampleBits.EIGHT.restore(min), SampleBits.EIGHT.restore(max));
  }

  private static WaveformLevel read(byte[] dat) throws IOException {
    return WaveformLevel.readDat(new ByteArrayInputStream(dat));
  }

  private static byte[] written(WaveformLevel level, SampleBits bits) throws IOException {
    var output = new ByteArrayOutputStream();
    level.writeDat(output, bits);
    return output.toByteArray();
  }

  private static byte[] exampleOfDocument() throws IOException {
    var bytes = new StringBuilder();
    for (var line : block("```hexdump waveform\n").lines().toList()) {
      bytes.append(line.substring(line.indexOf(' '), line.indexOf('|')).replace(" ", ""));
    }
    return hex(bytes.toString());
  }

  /** What stands in the document's section between a mark and the next three backticks. */
  private static String block(String mark) throws IOException {
    var text = Files.readString(Path.of("../docs/formats.md"));
    var from = text.indexOf(mark, text.indexOf("## Waveform file")) + mark.length();
    return text.substring(from, text.indexOf("```", from));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}

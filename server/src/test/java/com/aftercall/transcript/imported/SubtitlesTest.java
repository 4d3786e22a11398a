package com.aftercall.transcript.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.Word;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubtitlesTest {

  @Test
  void webVttWithEverythingInIt() {
    var read =
        Said.read(
            """
            \uFEFFWEBVTT - a call
            Kind: captions
            Language: en_gb

            STYLE
            ::cue { color: red }

            NOTE This is
            no cue

            greeting
            00:01.000 --> 00:02.000 align:start position:10%
            <v.loud Agent Anna>Hello <i>you</i>,
            there &amp; here</v>

            1:00:00.000 --> 1:00:01.000
            <v The customer>Bye&nbsp;now

            NOTE the end
            """);

    assertThat(Said.texts(read)).containsExactly("Bye now", "Hello you , there & here");
    assertThat(read.language()).contains(new LanguageCode("en-GB"));
    assertThat(read.format()).isEqualTo("WebVTT");
    assertThat(read.audioChannels()).isFalse();
    assertThat(read.channels().getFirst().items().getFirst())
        .isEqualTo(new Word("Bye", Duration.ofHours(1), Duration.ofMillis(3_600_500), 1));
  }

  @Test
  void webVttWithoutVoicesIsOneChannel() {
    var read = Said.read("WEBVTT\n\n00:01.000 --> 00:02.000\nhello\n");

    assertThat(Said.texts(read)).containsExactly("hello");
    assertThat(read.language()).isEmpty();
  }

  @Test
  void webVttMayNameSpeakersAtTheBeginOfALineInstead() {
    var read =
        Said.read(
            """
            WEBVTT

            00:01.000 --> 00:02.000
            Agent: hello
            you
            Customer: yes

            00:03.000 --> 00:04.000
            Customer:
            late
            """);

    assertThat(Said.texts(read)).containsExactly("yes late", "hello you");
  }

  @Test
  void cueWithTwoVoicesSharesItsTimeByLength() {
    var read =
        Said.read("WEBVTT\n\n00:00.000 --> 00:01.000\n<v Agent>aaaaaa</v><v Customer>bbbb</v>\n");

    assertThat(Said.timed(read)).containsExactly(List.of("bbbb 600-1000"), List.of("aaaaaa 0-600"));
  }

  @Test
  void cueRightAfterTheHeaderOrAnotherCueIsRead() {
    var read = Said.read("WEBVTT\n00:00.000 --> 00:01.000\na\n00:01.000 --> 00:02.000\nb\nNOTE\n");

    assertThat(Said.texts(read)).containsExactly("a b NOTE");
  }

  @Test
  void speakerWithoutARoleTakesTheFreePlace() {
    assertThat(Said.texts(vtt("Agent", "Tom", "Eve"))).containsExactly("Tom", "Agent", "Eve");
    assertThat(Said.texts(vtt("Caller", "Tom", "Eve"))).containsExactly("Caller", "Tom", "Eve");
    assertThat(Said.texts(vtt("Ann", "Tom", "Eve"))).containsExactly("Tom", "Ann", "Eve");
    assertThat(Said.texts(vtt("Agent", "Unknown"))).containsExactly("", "Agent", "Unknown");
    assertThat(Said.texts(vtt("Agent A", "Customer", "Agent B")))
        .containsExactly("Customer", "Agent A Agent B");
    assertThat(Said.texts(vtt("Customer"))).containsExactly("Customer", "");
    assertThat(Said.texts(vtt("Agent"))).containsExactly("", "Agent");
    assertThat(Said.texts(vtt("Ann"))).containsExactly("Ann");
  }

  @Test
  void wordsShareTheTimeOfTheirCueByLength() {
    var read = Said.read("WEBVTT\n\n00:01.000 --> 00:02.000\nab, cdefg!?\n");

    // "ab," has 3 of 10 characters, "cdefg!?" the other 7.
    assertThat(Said.timed(read))
        .containsExactly(List.of("ab 1000-1300", ",", "cdefg 1300-2000", "!", "?"));
  }

  @Test
  void cuesOfOneChannelThatOverlapDoNotMixTheirWords() {
    var read =
        Said.read(
            """
            WEBVTT

            00:02.000 --> 00:04.000
            cc dd

            00:00.000 --> 00:03.000
            aa bb
            """);

    assertThat(Said.timed(read))
        .containsExactly(List.of("aa 0-1000", "bb 1000-2000", "cc 2000-3000", "dd 3000-4000"));
  }

  @Test
  void characterReferencesAreReadAndWhatIsNoneStays() {
    var read =
        Said.read("WEBVTT\n\n00:00.000 --> 00:01.000\n&#233; &#xe9; &#1f; &foo; &#x110000; &#;\n");

    assertThat(Said.texts(read)).containsExactly("é é &#1f ; &foo ; &#x110000 ; &# ;");
  }

  @Test
  void marksAtTheEdgesOfAWordAreTakenOff() {
    var read = Said.read("WEBVTT\n\n00:00.000 --> 00:01.000\n¿Qué? (yes)... - e.g. ?!\n");

    assertThat(Said.texts(read)).containsExactly("¿ Qué ? ( yes) . . . - e.g . ?!");
  }

  @Test
  void srtWithEverythingInIt() {
    var read =
        Said.read(
            """
            \uFEFF
            1
            00:00:01,000 --> 00:00:02,000 X1:40 X2:600
            Agent: <i>Hello</i>
            {\\an8}<font color="red">you</font>

            2
            00:00:02.5 --> 00:00:03.25
            - Customer Eve: 2 < 3
            - agent: yes &lt;b&gt;


            00:00:04,000 --> 00:00:05,000
            12

            still talking
            """
                .replace("\n", "\r\n"));

    assertThat(Said.texts(read)).containsExactly("2 < 3", "Hello you yes <b> 12 still talking");
    assertThat(read.format()).isEqualTo("SRT");
  }

  @Test
  void fewerDigitsThanThreeAreAFractionAllTheSame() {
    var read = Said.read("1\n00:00:02.5 --> 00:00:03.25\na\n");

    assertThat(Said.timed(read)).containsExactly(List.of("a 2500-3250"));
  }

  @Test
  void srtWithoutSpeakersIsOneChannelAndColonsAreJustSpoken() {
    var read = Said.read("1\n00:00:01,000 --> 00:00:02,000\nthis is it: a colon\n");

    assertThat(Said.texts(read)).containsExactly("this is it : a colon");
  }

  @Test
  void numberedSpeakersTakeTheirPlaces() {
    var read =
        Said.read(
            """
            1
            00:00:01,000 --> 00:00:02,000
            SPEAKER_00: hello

            2
            00:00:02,000 --> 00:00:03,000
            Speaker 2: hi
            """);

    assertThat(Said.texts(read)).containsExactly("hi", "hello");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void byteOrderMarkTellsTheEncoding(String charset) {
    var bytes = "\uFEFF1\n00:00:01,000 --> 00:00:02,000\nhé\n".getBytes(Charset.forName(charset));

    assertThat(Said.texts(FinishedTranscripts.read(bytes, "x.srt"))).containsExactly("hé");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WEBVTT@@secret@@ | line 3: a cue begins without its times",
        "WEBVTT@@secret | line 3: a cue begins without its times",
        "WEBVTT@@00:01.000 --> secret@x | line 3: times must have a form such as",
        "WEBVTT@@00:01 --> 00:02@secret | line 3: times must have a form such as",
        "WEBVTT@@00:02.000 --> 00:01.000@secret | line 3: the subtitle ends before it begins",
        "secret@00:01.000 --> 00:02.000@x | line 1: a subtitle begins without its times",
        "1@00:00:01,000 --> secret@x | line 2: times must have a form such as",
        "secret | byte 0: this is none of the formats known",
        "@ | byte 0: the file is empty",
      })
  void malformedFileIsRefusedWithThePlaceAndWithoutItsWords(String content, String complaint) {
    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> Said.read(content.replace('@', '\n')))
        .withMessageStartingWith("call.transcript, " + complaint)
        .withMessageEndingWith("Mend the file or take it away, then retry the transcript.")
        .withMessageNotContaining("secret")
        .withNoCause()
        .returns(FailureCode.TRANSCRIPT_UNREADABLE, PermanentException::code);
  }

  @Test
  void textThatIsNotUnicodeIsRefused() {
    var bytes = "1\n00:00:01,000 --> 00:00:02,000\nhé\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThatExceptionOfType(PermanentException.class)
        .isThrownBy(() -> FinishedTranscripts.read(bytes, "x.srt"))
        .withMessageStartingWith("x.srt, after line 0: the text is not UTF-8; save it as UTF-8.");
  }

  private static FinishedTranscript vtt(String... speakers) {
    var text = new StringBuilder("WEBVTT\n\n");
    for (var i = 0; i < speakers.length; i++) {
      text.append(
          "00:0%d.000 --> 00:0%d.500\n<v %s>%s\n\n".formatted(i, i, speakers[i], speakers[i]));
    }
    return Said.read(text.toString());
  }
}

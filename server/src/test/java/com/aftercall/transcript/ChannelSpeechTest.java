package com.aftercall.transcript;

import static com.aftercall.transcript.Tones.joined;
import static com.aftercall.transcript.Tones.silence;
import static com.aftercall.transcript.Tones.tone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.aftercall.recording.AudioChannel;
import com.aftercall.recording.AudioStream;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ChannelSpeechTest {

  private static final short[] LEFT =
      joined(silence(8_000, 2), tone(8_000, 1, 500, 4_000), silence(8_000, 4));
  private static final short[] RIGHT =
      joined(silence(8_000, 4), tone(8_000, 1, 500, 4_000), silence(8_000, 2));

  @Test
  void eachChannelHasItsOwnStretches() {
    assertThat(beginOfOnly(0)).isCloseTo(1.75, within(0.05));
    assertThat(beginOfOnly(1)).isCloseTo(3.75, within(0.05));
  }

  @Test
  void stretchesComeAtTheRateOfTheEngine() {
    var stretch = speech(0).next();

    assertThat(stretch.sampleRateHz()).isEqualTo(16_000);
    assertThat(stretch.length().toMillis()).isBetween(1_450L, 1_550L);
  }

  @Test
  void positionIsTheEndOnceAllIsRead() {
    var speech = speech(0);
    speech.forEachRemaining(stretch -> {});

    assertThat(speech.position()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aChannelThatIsNotThereIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> speech(2))
        .withMessage("no audio channel 2 in a recording with 2");
  }

  @Test
  void noNextAfterTheLast() {
    var speech = speech(0);
    speech.next();

    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(speech::next);
  }

  private static double beginOfOnly(int channel) {
    var speech = speech(channel);
    var stretch = speech.next();
    assertThat(speech.hasNext()).isFalse();
    return stretch.begin().toMillis() / 1000.0;
  }

  private static ChannelSpeech speech(int channel) {
    return new ChannelSpeech(new TwoChannels(), new AudioChannel(channel), 16_000);
  }

  /** Gives odd numbers of frames, as decoders do. */
  private static final class TwoChannels implements AudioStream {
    private int at;

    @Override
    public int sampleRateHz() {
      return 8_000;
    }

    @Override
    public int channels() {
      return 2;
    }

    @Override
    public int read(short[] interleaved, int offset, int frames) {
      int count = Math.min(Math.min(frames, 777), LEFT.length - at);
      for (int i = 0; i < count; i++) {
        interleaved[offset + 2 * i] = LEFT[at + i];
        interleaved[offset + 2 * i + 1] = RIGHT[at + i];
      }
      at += count;
      return count == 0 ? -1 : count;
    }

    @Override
    public void close() {}
  }
}

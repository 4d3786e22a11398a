package com.aftercall.transcript;

import com.aftercall.transcript.spi.SpeechStretch;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Finds the stretches of one channel in which somebody speaks: frames of 10 ms that are louder than
 * the background, where the background is what the quietest tenth of the seconds around has. A
 * steady tone or hiss becomes background after some seconds, at whatever level.
 *
 * <p>Stretches come by time and never overlap. Each begins and ends up to {@link #PADDING} outside
 * the loud part, is at most {@link #LONGEST} long and is cut at its quietest moment if it would be
 * longer. Memory is bounded by one stretch. One thread at a time.
 */
final class SpeechDetector {

  /** Kept before and after the loud part: soft consonants begin and end words. */
  static final Duration PADDING = Duration.ofMillis(250);

  /** The longest stretch; engines take no more than 30 s, and search time grows with length. */
  static final Duration LONGEST = Duration.ofSeconds(20);

  /** A pause of this length ends a stretch; shorter ones stay in, engines know silence too. */
  static final Duration PAUSE = Duration.ofMillis(700);

  private static final int FRAMES_PER_SECOND = 100;
  private static final int PADDING_FRAMES = frames(PADDING);
  private static final int PAUSE_FRAMES = frames(PAUSE);
  private static final int LONGEST_FRAMES = frames(LONGEST);

  /** Loud frames among the last so many that make a beginning; a click has fewer. */
  private static final int ONSET_LOUD = 5;

  private static final int ONSET_FRAMES = 8;

  private final int sampleRateHz;
  private final FrameLevels levels;
  private final Consumer<SpeechStretch> sink;
  private final SampleBuffer buffer;

  private long frame;
  private int recentLoud;
  private boolean speaking;
  private long begin;
  private long lastLoud;
  private long lastEnd;

  /**
   * Ready for the first sample of a channel.
   *
   * @param sampleRateHz 8,000 to 48,000
   * @param sink takes each stretch as soon as its end is known
   */
  SpeechDetector(int sampleRateHz, Consumer<SpeechStretch> sink) {
    this.sampleRateHz = sampleRateHz;
    this.sink = sink;
    this.levels = new FrameLevels(sampleRateHz, FRAMES_PER_SECOND);
    this.buffer = new SampleBuffer(sampleRateHz, FRAMES_PER_SECOND);
  }

  /** Takes the next samples. */
  void accept(short[] samples) {
    for (int from = 0; from < samples.length; from += sampleRateHz) {
      int count = Math.min(sampleRateHz, samples.length - from);
      buffer.append(samples, from, count);
      levels.append(samples, from, count);
      decide();
    }
  }

  /** Ends the channel and hands on what is open. */
  void finish() {
    levels.finish();
    decide();
    if (speaking) {
      handOn(begin, Math.min(lastLoud + 1 + PADDING_FRAMES, frame));
    }
  }

  /** Samples that there is room for; tells a test that memory is bounded. */
  int room() {
    return buffer.room();
  }

  private void decide() {
    while (levels.hasNext()) {
      levels.next();
      boolean loud = speaking ? levels.staysLoud() : levels.isLoud();
      recentLoud = ((recentLoud << 1) | (loud ? 1 : 0)) & ((1 << ONSET_FRAMES) - 1);
      if (loud) {
        lastLoud = frame;
      }
      frame++;
      if (speaking) {
        maybeEnd();
      } else {
        maybeBegin();
      }
    }
  }

  private void maybeBegin() {
    if (Integer.bitCount(recentLoud) >= ONSET_LOUD) {
      long firstLoud = frame - (Integer.SIZE - Integer.numberOfLeadingZeros(recentLoud));
      begin = Math.max(lastEnd, firstLoud - PADDING_FRAMES);
      speaking = true;
    } else {
      buffer.dropBefore(frame - ONSET_FRAMES - PADDING_FRAMES);
    }
  }

  private void maybeEnd() {
    if (frame - 1 - lastLoud >= PAUSE_FRAMES) {
      handOn(begin, lastLoud + 1 + PADDING_FRAMES);
      speaking = false;
      recentLoud = 0;
    } else if (frame - begin >= LONGEST_FRAMES) {
      long cut = levels.quietest(begin + LONGEST_FRAMES / 2, frame);
      handOn(begin, cut);
      begin = cut;
    }
  }

  private void handOn(long from, long to) {
    sink.accept(buffer.stretch(from, to));
    lastEnd = to;
    buffer.dropBefore(to);
  }

  private static int frames(Duration duration) {
    return (int) (duration.toMillis() * FRAMES_PER_SECOND / 1000);
  }
}

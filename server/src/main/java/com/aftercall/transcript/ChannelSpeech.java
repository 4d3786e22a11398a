package com.aftercall.transcript;

import com.aftercall.recording.AudioChannel;
import com.aftercall.recording.AudioStream;
import com.aftercall.transcript.spi.SpeechStretch;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * The stretches of one audio channel in which somebody speaks, by time, at the rate that an engine
 * wants. Reads the stream as it is asked for more and keeps no more of it than the stretch at work,
 * so the length of the recording does not matter. Reads to the end; does not close the stream.
 */
final class ChannelSpeech implements Iterator<SpeechStretch> {

  private static final int FRAMES_AT_ONCE = 8192;

  private final AudioStream stream;
  private final int channel;
  private final short[] interleaved;
  private final short[] mono = new short[FRAMES_AT_ONCE];
  private final Resampler resampler;
  private final SpeechDetector detector;
  private final Queue<SpeechStretch> ready = new ArrayDeque<>();
  private long framesRead;
  private boolean ended;

  /**
   * Starts at the stream's present position, which counts as zero.
   *
   * @throws IllegalArgumentException if the stream has no such channel
   */
  ChannelSpeech(AudioStream stream, AudioChannel channel, int targetRateHz) {
    if (channel.index() >= stream.channels()) {
      throw new IllegalArgumentException(
          "no audio channel %d in a recording with %d"
              .formatted(channel.index(), stream.channels()));
    }
    this.stream = stream;
    this.channel = channel.index();
    this.interleaved = new short[FRAMES_AT_ONCE * stream.channels()];
    this.resampler = new Resampler(stream.sampleRateHz(), targetRateHz);
    this.detector = new SpeechDetector(targetRateHz, ready::add);
  }

  /** How much of the recording has been read; runs ahead of the stretches by some seconds. */
  Duration position() {
    return Duration.ofMillis(framesRead * 1000 / stream.sampleRateHz());
  }

  /** True if another stretch follows; reads until it is complete. */
  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !ended) {
      readSome();
    }
    return !ready.isEmpty();
  }

  @Override
  public SpeechStretch next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void readSome() {
    int frames = stream.read(interleaved, 0, FRAMES_AT_ONCE);
    if (frames < 0) {
      detector.accept(resampler.finish());
      detector.finish();
      ended = true;
      return;
    }
    framesRead += frames;
    for (int i = 0; i < frames; i++) {
      mono[i] = interleaved[i * stream.channels() + channel];
    }
    detector.accept(resampler.resample(mono, 0, frames));
  }
}

package com.aftercall.transcript;

/**
 * How loud each frame of a channel is, in whole decibels below full scale, and how loud the
 * background around it. Frames come out some seconds after they went in, so that the background can
 * be judged from what follows as well.
 */
final class FrameLevels {

  /** Frames before and after by which the background is judged: 10 s and 3 s of 10 ms each. */
  private static final int BEHIND = 1_000;

  private static final int AHEAD = 300;

  /** The background is the level that this part of the frames does not pass. */
  private static final double QUIET_PART = 0.1;

  /** Decibels above the background that begin speech, and that keep it going. */
  private static final int BEGIN_MARGIN = 9;

  private static final int KEEP_MARGIN = 6;

  /** Below this nobody is understood, whatever the background. */
  private static final int FAINTEST = -60;

  private static final int LOWEST = -100;

  /** Hum of the mains and rumble lie below. */
  private static final double HIGH_PASS_HZ = 120;

  private static final double FULL_SCALE = 32_768.0 * 32_768.0;

  /** Must hold the frames behind, ahead, of one longest stretch and of one append. */
  private static final int RING = 4_096;

  private final int sampleRateHz;
  private final int framesPerSecond;
  private final double feedback;
  private final byte[] ring = new byte[RING];
  private final int[] histogram = new int[1 - LOWEST];

  private long samplesSeen;
  private long frameEnd;
  private double previousSample;
  private double filtered;
  private double energy;
  private double energyBefore;

  private long measured;
  private long counted;
  private long given;
  private boolean ended;
  private int background;

  FrameLevels(int sampleRateHz, int framesPerSecond) {
    this.sampleRateHz = sampleRateHz;
    this.framesPerSecond = framesPerSecond;
    this.feedback = Math.exp(-2 * Math.PI * HIGH_PASS_HZ / sampleRateHz);
    this.frameEnd = sampleRateHz / framesPerSecond;
  }

  /** Measures the next samples, at most one second of them. */
  void append(short[] samples, int from, int count) {
    for (int i = from; i < from + count; i++) {
      filtered = samples[i] - previousSample + feedback * filtered;
      previousSample = samples[i];
      energy += filtered * filtered;
      if (++samplesSeen == frameEnd) {
        endFrame();
      }
    }
  }

  /** Lets the last frames out, though nothing follows them. */
  void finish() {
    ended = true;
  }

  /** True if the next frame can be judged. */
  boolean hasNext() {
    return given < measured && (ended || given + AHEAD < measured);
  }

  /** Steps to the next frame. */
  void next() {
    while (counted < measured && counted <= given + AHEAD) {
      histogram[level(counted++) - LOWEST]++;
    }
    if (given > BEHIND) {
      histogram[level(given - BEHIND - 1) - LOWEST]--;
    }
    long oldest = Math.max(0, given - BEHIND);
    background = quietLevel((counted - oldest) * QUIET_PART);
    given++;
  }

  /** True if the frame stands out enough for speech to begin. */
  boolean isLoud() {
    return level(given - 1) >= Math.max(FAINTEST, background + BEGIN_MARGIN);
  }

  /** True if the frame stands out enough for speech to go on. */
  boolean staysLoud() {
    return level(given - 1) >= Math.max(FAINTEST, background + KEEP_MARGIN);
  }

  /** The middle of the quietest tenth of a second among frames given lately. */
  long quietest(long from, long to) {
    long best = to;
    int lowest = Integer.MAX_VALUE;
    for (long middle = from + 5; middle < to - 5; middle++) {
      int sum = 0;
      for (long frame = middle - 5; frame < middle + 5; frame++) {
        sum += level(frame);
      }
      if (sum < lowest) {
        lowest = sum;
        best = middle;
      }
    }
    return best;
  }

  private void endFrame() {
    // Two frames together, because a single one of a low voice holds less than one of its periods.
    double square = (energy + energyBefore) * framesPerSecond / (2.0 * sampleRateHz);
    long decibels = Math.round(10 * Math.log10(square / FULL_SCALE + 1e-10));
    ring[(int) (measured++ % RING)] = (byte) Math.clamp(decibels, LOWEST, 0);
    energyBefore = energy;
    energy = 0;
    frameEnd = (measured + 1) * sampleRateHz / framesPerSecond;
  }

  private int level(long frame) {
    return ring[(int) (frame % RING)];
  }

  private int quietLevel(double rank) {
    int below = histogram[0];
    int level = LOWEST;
    while (below < rank && level < 0) {
      level++;
      below += histogram[level - LOWEST];
    }
    return level;
  }
}

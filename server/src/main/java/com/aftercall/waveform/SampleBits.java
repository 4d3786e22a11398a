package com.aftercall.waveform;

/** How finely a waveform file stores its peaks. */
public enum SampleBits {
  /** One byte per value: the sample divided by 256, towards zero. */
  EIGHT(8),
  /** Two bytes per value: the sample itself. */
  SIXTEEN(16);

  private final int bits;

  SampleBits(int bits) {
    this.bits = bits;
  }

  /** 8 or 16. */
  public int bits() {
    return bits;
  }

  int bytes() {
    return bits / Byte.SIZE;
  }

  /**
   * As it is written. C's integer division rounds towards zero, and so does Java's; a shift would
   * not, and would differ from audiowaveform in every negative value that is no multiple of 256.
   */
  int reduce(short sample) {
    return this == EIGHT ? sample / 256 : sample;
  }

  /** What is read, as 16 bits again. */
  short restore(int value) {
    return (short) (this == EIGHT ? value * 256 : value);
  }
}

package com.aftercall.waveform;

/**
 * The lowest and the highest of some consecutive samples of one audio channel, as 16 bits.
 *
 * @param min -32768 to 32767
 * @param max not below {@code min}
 */
public record Peak(short min, short max) {}

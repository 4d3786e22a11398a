package com.aftercall.recording;

import com.aftercall.recording.spi.AudioDecoder;
import com.aftercall.storage.ObjectInput;

/** Stands where FFmpeg does, and says that it was asked. */
final class NoOtherFormats implements AudioDecoder {

  static final class Asked extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public AudioDescription describe(ObjectInput input) {
    throw new Asked();
  }

  @Override
  public AudioStream open(ObjectInput input) {
    throw new Asked();
  }
}

package com.aftercall.transcript.whisper;

/**
 * A model that can be fetched from the official place.
 *
 * @param name such as {@code base.en}; those that end in {@code .en} hear English only
 * @param bytes size of its file
 * @param sha256 of its file, 64 small hexadecimal digits
 */
public record WhisperModel(String name, long bytes, String sha256) {

  /** Name of its file at the official place and in the models folder. */
  public String file() {
    return "ggml-" + name + ".bin";
  }
}

package com.aftercall.transcript.whisper;

import java.nio.file.Path;

/**
 * A model file in the models folder, fetched or put there by somebody.
 *
 * @param name what stands between {@code ggml-} and {@code .bin} in the file's name
 * @param file where it is
 * @param bytes its size
 */
public record PresentModel(String name, Path file, long bytes) {}

package com.aftercall.failure;

/**
 * Why something could not be done. Each code has its section in {@code docs/operations.md} with
 * what it means and what to do; a test holds the two together.
 */
public enum FailureCode {
  /** The object store has no object at the recording's location (yet). */
  RECORDING_NOT_FOUND,
  /** The recording's location is no valid {@code bucket/key}. */
  RECORDING_LOCATION_INVALID,
  /** The object is there but is no audio that can be read. */
  RECORDING_UNREADABLE,
  /** The audio has a format that nobody here can decode. */
  RECORDING_FORMAT_UNSUPPORTED,
  /** The audio has no samples. */
  RECORDING_EMPTY,
  /** The object store does not answer. */
  STORAGE_UNAVAILABLE,
  /** No room left where files are written. */
  STORAGE_FULL,
  /** The database does not answer. */
  DATABASE_UNAVAILABLE,
  /** The language code is none of Amazon Transcribe's. */
  LANGUAGE_UNKNOWN,
  /** No engine or analyzer for this language. */
  LANGUAGE_NOT_SUPPORTED,
  /** The engine asked for is not installed. */
  ENGINE_MISSING,
  /** The engine broke while it worked. */
  ENGINE_FAILED,
  /** A model file is damaged or of another kind. */
  MODEL_INVALID,
  /** A model could not be downloaded. */
  MODEL_DOWNLOAD_FAILED,
  /** A finished transcript beside the recording cannot be read. */
  TRANSCRIPT_UNREADABLE,
  /** The place where credentials are kept does not answer. */
  CREDENTIALS_UNAVAILABLE,
  /** Credentials are missing, cannot be read, or may not be. */
  CREDENTIALS_INVALID,
  /** A step before this one has no result. */
  NEEDS_EARLIER_STEP,
  /** The server was stopped while the step ran. */
  INTERRUPTED,
  /** Nothing above: a fault of ours. */
  UNEXPECTED
}

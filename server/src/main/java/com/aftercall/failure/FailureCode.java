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
  /** The object store answers, and refuses what we ask for. */
  STORAGE_DENIED,
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
  /** Contact Lens has written no analysis of the call (yet). */
  CONTACT_LENS_NOT_FOUND,
  /** The place where credentials are kept does not answer. */
  CREDENTIALS_UNAVAILABLE,
  /** Credentials are missing, cannot be read, or may not be. */
  CREDENTIALS_INVALID,
  /** Salesforce does not answer, or answers that it is busy. */
  SALESFORCE_UNAVAILABLE,
  /** The org's daily limit of API calls is reached, or what is kept for others. */
  SALESFORCE_LIMIT_REACHED,
  /** Salesforce does not let the server in. */
  SALESFORCE_LOGIN_REFUSED,
  /** Something is missing here or in the org before anything can be published. */
  SALESFORCE_SETUP_INCOMPLETE,
  /** Salesforce refused what was to be written about this contact. */
  SALESFORCE_REFUSED,
  /** A service of AWS does not answer, or takes no more requests for now. */
  AWS_UNAVAILABLE,
  /** A service of AWS refuses what it is asked for. */
  AWS_REFUSED,
  /** A stream of contact records does not answer. */
  STREAM_UNAVAILABLE,
  /** A step before this one has no result. */
  NEEDS_EARLIER_STEP,
  /** The server was stopped while the step ran. */
  INTERRUPTED,
  /** Nothing above: a fault of ours. */
  UNEXPECTED
}

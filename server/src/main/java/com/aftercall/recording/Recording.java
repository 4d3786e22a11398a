package com.aftercall.recording;

import com.aftercall.contact.ContactId;
import com.aftercall.storage.ObjectLocation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The audio of one contact as found in the object store, where it stays.
 *
 * @param contact whose it is
 * @param location where it lies
 * @param sizeBytes of the object when it was found
 * @param container such as {@code WAV}; see {@link AudioDescription#container()}
 * @param encoding such as {@code PCM 16-bit}; see {@link AudioDescription#encoding()}
 * @param sampleRateHz frames per second
 * @param channels 1 or more
 * @param duration of the audio, whole milliseconds
 * @param assignment who speaks on which channel
 * @param source bucket and folder that the recordings of one source share, dates left out
 * @param redacted whether it is the one that Contact Lens made, without what is private
 * @param notes what a person should know of it, a sentence each; such as that a channel is silent
 */
public record Recording(
    ContactId contact,
    ObjectLocation location,
    long sizeBytes,
    String container,
    String encoding,
    int sampleRateHz,
    int channels,
    Duration duration,
    ChannelAssignment assignment,
    String source,
    boolean redacted,
    List<String> notes) {

  /** Takes a copy of the list. */
  public Recording {
    notes = List.copyOf(notes);
  }

  /** {@code bucket/key}. */
  public String path() {
    return location.toString();
  }

  /** The last part of the path. */
  public String fileName() {
    return location.fileName();
  }

  /** By the container, which is taken from the bytes; a file's name does not matter. */
  public String mediaType() {
    return switch (container.toUpperCase(Locale.ROOT)) {
      case "WAV", "RF64", "BW64" -> "audio/wav";
      case "MP3" -> "audio/mpeg";
      case "OGG" -> "audio/ogg";
      case "FLAC" -> "audio/flac";
      case "M4A", "MP4", "MOV" -> "audio/mp4";
      case "WEBM", "MATROSKA" -> "audio/webm";
      default -> "application/octet-stream";
    };
  }
}

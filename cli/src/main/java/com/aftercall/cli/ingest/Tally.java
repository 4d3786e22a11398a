package com.aftercall.cli.ingest;

import com.aftercall.cli.terminal.Text;
import java.time.Duration;
import java.util.ArrayList;

/** What an ingest has done so far. Written by one thread. */
public final class Tally {

  private long accepted;
  private long rejected;
  private long known;
  private long recordings;
  private long uploadedBytes;
  private long bytesRead;

  /** Counts records that the server committed. */
  void accept(long count) {
    accepted += count;
  }

  /** Counts a record that was refused. */
  void reject() {
    rejected++;
  }

  /** Counts a recording that is there already, with the same wishes. */
  void know() {
    known++;
  }

  /** Counts a recording that was uploaded. */
  void upload(long bytes) {
    recordings++;
    uploadedBytes += bytes;
  }

  /** Counts bytes of the input that are behind us. */
  void read(long bytes) {
    bytesRead += bytes;
  }

  /** How many records were refused, here or by the server. */
  public long rejected() {
    return rejected;
  }

  /** How many records the server committed. */
  public long accepted() {
    return accepted;
  }

  /** How many bytes of the input are behind us. */
  public long bytesRead() {
    return bytesRead;
  }

  /** One sentence. */
  public String sentence(Duration took) {
    var parts = new ArrayList<String>();
    parts.add(Text.count(accepted, "record") + " accepted");
    if (rejected > 0) {
      parts.add(Text.count(rejected) + " rejected");
    }
    if (recordings > 0) {
      parts.add(
          "%s uploaded (%s)"
              .formatted(Text.count(recordings, "recording"), Text.bytes(uploadedBytes)));
    }
    if (known > 0) {
      parts.add(Text.count(known, "recording") + " there already");
    }
    return "%s in %s.".formatted(String.join(", ", parts), Text.took(took));
  }
}

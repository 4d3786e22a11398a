package com.aftercall.transcript;

import java.util.List;

/**
 * The formats in which turns leave the house. All of them are text to be sent as UTF-8; times count
 * from the first sample of the recording. {@code docs/formats.md} has an example of each.
 */
public enum TranscriptExport {
  /** One line for each turn: {@code [00:00:04] Customer: my order is late.} */
  TEXT("txt", "text/plain"),
  /** Subtitles for players; a turn becomes as many as it needs to be read. */
  SRT("srt", "application/x-subrip"),
  /** Subtitles for browsers, with the participant as voice. */
  WEBVTT("vtt", "text/vtt"),
  /** For spreadsheets (RFC 4180); begin and end in seconds. */
  CSV("csv", "text/csv"),
  /** As the API's {@code transcript} answers, with every word. */
  JSON("json", "application/json");

  private final String extension;
  private final String mediaType;

  TranscriptExport(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** The ending of a file's name, without dot; the names in which users ask for a format. */
  public String extension() {
    return extension;
  }

  /** Without parameters; the charset is UTF-8. */
  public String mediaType() {
    return mediaType;
  }

  /** One turn as {@link #JSON} has it among others. */
  public static String json(Turn turn) {
    return TurnJson.write(turn);
  }

  /**
   * The turns in this format.
   *
   * @param turns by begin; none make a file that is valid and empty
   */
  public String write(List<Turn> turns) {
    return switch (this) {
      case TEXT -> PlainText.write(turns);
      case SRT -> Subtitles.srt(turns);
      case WEBVTT -> Subtitles.webVtt(turns);
      case CSV -> CsvText.write(turns);
      case JSON -> TurnJson.write(turns);
    };
  }
}

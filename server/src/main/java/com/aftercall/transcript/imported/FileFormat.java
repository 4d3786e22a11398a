package com.aftercall.transcript.imported;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;

/** The families of files that are known, told from their first bytes. */
enum FileFormat {
  JSON,
  WEBVTT,
  SRT;

  static FileFormat of(byte[] start, TranscriptFile file) {
    var text = new String(start, charset(start)).replace("\uFEFF", "").strip();
    if (text.isEmpty()) {
      throw file.unreadable("byte 0", "the file is empty");
    }
    if (text.startsWith("{")) {
      return JSON;
    }
    if (text.startsWith("WEBVTT")) {
      return WEBVTT;
    }
    if (text.contains("-->")) {
      return SRT;
    }
    throw file.unreadable(
        "byte 0",
        "this is none of the formats known: Amazon Transcribe's JSON, an Amazon Connect chat as"
            + " JSON, WebVTT, SRT");
  }

  /** UTF-8 unless a byte order mark says otherwise. */
  static Charset charset(byte[] start) {
    if (start.length >= 2 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF) {
      return UTF_16BE;
    }
    if (start.length >= 2 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE) {
      return UTF_16LE;
    }
    return UTF_8;
  }
}

package com.aftercall.transcript;

/** What an engine hears, in order: words, and the marks that belong behind them. */
public sealed interface TranscriptItem permits Word, Punctuation {

  /** The word or the mark as written, never blank; personal data, so never logged. */
  String text();
}

package com.aftercall.transcript.whisper;

/** Told how a download goes on; must not throw. */
@FunctionalInterface
public interface DownloadProgress {

  /**
   * Called about once for each megabyte, and at the end with both equal.
   *
   * @param done bytes that are on the disk, those of earlier attempts included
   * @param total bytes of the whole file
   */
  void at(long done, long total);
}

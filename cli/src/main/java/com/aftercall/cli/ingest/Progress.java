package com.aftercall.cli.ingest;

/** Learns how an ingest goes; called on the thread that runs it. */
public interface Progress {

  /** Something was done; called often. */
  void advanced(Tally tally);

  /** A record was refused, here or by the server. */
  void rejected(String place, String reason);

  /** What is sent, or with a dry run would be sent. */
  void sent(String what);
}

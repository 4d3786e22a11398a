package com.aftercall.cli.client;

import java.time.Duration;

/** Lets time pass; a test passes it by. */
@FunctionalInterface
public interface Pause {

  /** Sleeps. An interrupt ends it early and stays set. */
  Pause SLEEP =
      duration -> {
        try {
          Thread.sleep(duration);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      };

  /** Returns after that long. */
  void pause(Duration duration);
}

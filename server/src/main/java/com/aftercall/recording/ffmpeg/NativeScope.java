package com.aftercall.recording.ffmpeg;

import java.util.ArrayDeque;
import java.util.Deque;

/** Native things that are freed together, the last one first, whether or not all were made. */
final class NativeScope implements AutoCloseable {

  private final Deque<Runnable> releases = new ArrayDeque<>();

  void onClose(Runnable release) {
    releases.push(release);
  }

  /** Twice is no error. */
  @Override
  public void close() {
    while (!releases.isEmpty()) {
      releases.pop().run();
    }
  }
}

package com.aftercall.playback;

/**
 * How a recording's path, {@code bucket/key}, becomes the path of a link. It has to fit the origin
 * path of the distribution.
 */
public enum PathRewrite {
  /** Since version 5.15 of the original: from {@code connect/} or {@code Analysis/} on. */
  KEEP_PREFIX {
    @Override
    String apply(String recordingPath) {
      return from("/connect/", recordingPath, 1)
          .orElseGet(() -> from("/Analysis/", recordingPath, 1).orElse(recordingPath));
    }
  },
  /** Version 5.14: what follows {@code connect/}, which is the origin path there. */
  DROP_CONNECT {
    @Override
    String apply(String recordingPath) {
      return from("/connect/", recordingPath, "/connect/".length()).orElse(recordingPath);
    }
  },
  /** Bucket and key. */
  NONE {
    @Override
    String apply(String recordingPath) {
      return recordingPath;
    }
  };

  abstract String apply(String recordingPath);

  private static java.util.Optional<String> from(String part, String path, int skipped) {
    var place = path.indexOf(part);
    return place < 0
        ? java.util.Optional.empty()
        : java.util.Optional.of(path.substring(place + skipped));
  }
}

package com.aftercall.playback;

import com.aftercall.contact.ContactId;
import com.aftercall.recording.Recording;
import com.aftercall.recording.Recordings;
import com.aftercall.storage.ObjectLocation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Links to recordings in CloudFront's form, for callers that know a recording by its path. Either
 * the distribution serves them or this server does, with the same signature.
 */
@Component
public class RecordingLinks {

  /** Where this server serves links that hold any path. */
  public static final String MOUNT = "/recordings/";

  /** RFC 3986: characters of a path that stand for themselves, and the slash. */
  private static final String IN_PATHS = "-._~!$&'()*+,;=:@/";

  private final Recordings recordings;
  private final SigningKeys keys;
  private final PlaybackSettings settings;
  private final InstantSource clock;
  private final UrlVerifier verifier;

  RecordingLinks(
      Recordings recordings, SigningKeys keys, PlaybackSettings settings, InstantSource clock) {
    this.recordings = recordings;
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
    this.verifier = new UrlVerifier(keys, clock);
  }

  /**
   * A link to the recording at a path, or empty if no contact has a recording there.
   *
   * @param recordingPath {@code bucket/key}
   * @param origin scheme and host by which this server was called; used unless settings say others
   */
  public Optional<Made> create(String recordingPath, String origin) {
    return parse(recordingPath)
        .flatMap(recordings::findAt)
        .map(found -> new Made(found.contact(), sign(found, origin)));
  }

  /**
   * A link.
   *
   * @param contact whose recording it leads to
   * @param url the link
   */
  public record Made(ContactId contact, PlaybackUrl url) {}

  private PlaybackUrl sign(Recording recording, String origin) {
    var path = settings.rewrite().apply(recording.path());
    var mount = "/";
    if (!settings.isServedByDistribution()) {
      mount = MOUNT;
      path = leadsTo(recording, path) ? path : recording.path();
    }
    var end = Instant.ofEpochSecond(clock.instant().plus(settings.linkLifetime()).getEpochSecond());
    var url = settings.origin(origin) + mount + encoded(path);
    return new PlaybackUrl(keys.signer(end).signCanned(url, end), end);
  }

  /** Without its bucket a path may be that of another recording. */
  private boolean leadsTo(Recording recording, String path) {
    return at(path).filter(found -> found.location().equals(recording.location())).isPresent();
  }

  /** What a function of ours is called as. */
  public boolean isFunction(String name) {
    return name.equals(settings.function());
  }

  /**
   * The recording that a link gives access to; empty if there is none (any more).
   *
   * @param origin scheme and host by which this server was called
   * @param path as sent, with its leading slash
   * @param query as sent
   * @param address of whoever follows the link
   * @throws LinkRefused if the link is not genuine or not good now
   */
  public Optional<Recording> open(String origin, String path, String query, String address)
      throws LinkRefused {
    verifier.verify(settings.origin(origin) + path, query, address);
    var decoded = URI.create(path).getPath();
    return at(decoded.startsWith(MOUNT) ? decoded.substring(MOUNT.length()) : decoded.substring(1));
  }

  /** With the bucket, else without, as the ways of rewriting leave it. */
  private Optional<Recording> at(String path) {
    return parse(path)
        .flatMap(recordings::findAt)
        .or(() -> recordings.findByKey(path))
        .or(() -> recordings.findByKey("connect/" + path));
  }

  private static Optional<ObjectLocation> parse(String path) {
    try {
      return Optional.of(ObjectLocation.parse(path));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The original encoded nothing; what no URL can hold would not have worked. */
  private static String encoded(String path) {
    var out = new StringBuilder();
    for (var b : path.getBytes(StandardCharsets.UTF_8)) {
      var c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || IN_PATHS.indexOf(c) >= 0)) {
        out.append(c);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
  }
}

package com.aftercall.playback;

import com.aftercall.access.AccessKey;
import com.aftercall.access.AuditEntry.Who;
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
  private final IssuedLinks issued;
  private final PlaybackSettings settings;
  private final InstantSource clock;
  private final UrlVerifier verifier;

  RecordingLinks(
      Recordings recordings,
      SigningKeys keys,
      IssuedLinks issued,
      PlaybackSettings settings,
      InstantSource clock) {
    this.recordings = recordings;
    this.keys = keys;
    this.issued = issued;
    this.settings = settings;
    this.clock = clock;
    this.verifier = new UrlVerifier(keys, clock);
  }

  /** The recording at {@code bucket/key}; empty if no contact has one there. */
  public Optional<Recording> find(String recordingPath) {
    return parse(recordingPath).flatMap(recordings::findAt);
  }

  /**
   * A link to a recording.
   *
   * @param maker who asks for it, and may share it; asked again when the link is followed
   * @param origin scheme and host by which this server was called; used unless settings say others
   */
  public PlaybackUrl create(AccessKey maker, Recording recording, String origin) {
    var link = sign(recording, origin);
    issued.note(link.signed(), maker);
    return link.url();
  }

  /** A link that nobody asked for, to try whether links open. */
  PlaybackUrl createForTrial(Recording recording) {
    return sign(recording, "").url();
  }

  private record Link(SignedPolicy signed, PlaybackUrl url) {}

  private Link sign(Recording recording, String origin) {
    var end = Instant.ofEpochSecond(clock.instant().plus(settings.linkLifetime()).getEpochSecond());
    var url = unsigned(recording, origin);
    var signer = keys.signer(end);
    return new Link(
        new SignedPolicy(signer.keyPairId(), UrlPolicy.canned(url, end)),
        new PlaybackUrl(signer.signCanned(url, end), end));
  }

  private String unsigned(Recording recording, String origin) {
    var path = settings.rewrite().apply(recording.path());
    var mount = "/";
    if (!settings.isServedByDistribution()) {
      mount = MOUNT;
      path = leadsTo(recording, path) ? path : recording.path();
    }
    return settings.origin(origin) + mount + encoded(path);
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
   * What a link opens.
   *
   * @param recording whose bytes may flow
   * @param who asked for the link, as far as it is known
   * @param link a hash that tells the link from others
   * @param allowed false if whoever asked for it may not share this recording now
   */
  public record Opened(Recording recording, Who who, String link, boolean allowed) {}

  /**
   * The recording that a link gives access to; empty if there is none (any more). Links that
   * somebody signs with a key that he shares with us are good for every recording.
   *
   * @param origin scheme and host by which this server was called
   * @param path as sent, with its leading slash
   * @param query as sent
   * @param address of whoever follows the link
   * @throws LinkRefused if the link is not genuine or not good now
   */
  public Optional<Opened> open(String origin, String path, String query, String address)
      throws LinkRefused {
    var link = verifier.verify(settings.origin(origin) + path, query, address);
    var decoded = URI.create(path).getPath();
    return at(decoded.startsWith(MOUNT) ? decoded.substring(MOUNT.length()) : decoded.substring(1))
        .map(recording -> opened(recording, link));
  }

  private Opened opened(Recording recording, SignedPolicy link) {
    var makers = issued.makers(link);
    if (makers.isEmpty()) {
      var signer = new Who("link", link.keyPairId(), "signed link");
      return new Opened(recording, signer, link.hash(), true);
    }
    var maker = issued.allowed(makers, recording.redacted());
    return new Opened(
        recording, maker.orElse(makers.getFirst()).who(), link.hash(), maker.isPresent());
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

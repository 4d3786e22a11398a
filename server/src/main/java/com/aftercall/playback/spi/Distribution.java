package com.aftercall.playback.spi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a distribution is set up, as far as links to recordings go.
 *
 * @param id at CloudFront
 * @param enabled whether it serves at all
 * @param deployed whether all its places have the newest settings
 * @param behaviors in the order in which they are tried; the default last
 * @param origins by their ids
 * @param signerKeys ids of the keys of trusted signers that are active
 * @param keyGroups those that its behaviors trust, by their ids
 */
public record Distribution(
    String id,
    boolean enabled,
    boolean deployed,
    List<Behavior> behaviors,
    Map<String, Origin> origins,
    Set<String> signerKeys,
    Map<String, KeyGroup> keyGroups) {

  /**
   * What is done with the requests of some paths.
   *
   * @param pathPattern {@code *} and {@code ?} stand for any; null: all paths that are left
   * @param originId where what is asked for lies
   * @param keyGroups ids of those whose keys may sign links
   * @param trustsSigners whether accounts' own key pairs may, as before there were key groups
   * @param edgeFunctions ARNs of those that see requests on their way to the origin
   */
  public record Behavior(
      @Nullable String pathPattern,
      String originId,
      List<String> keyGroups,
      boolean trustsSigners,
      List<String> edgeFunctions) {

    boolean covers(String path) {
      return pathPattern == null || matches(pathPattern.replaceFirst("^/", ""), path);
    }

    private static boolean matches(String pattern, String path) {
      var regex =
          pattern
              .chars()
              .mapToObj(
                  c ->
                      switch (c) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(Character.toString(c));
                      })
              .collect(Collectors.joining());
      return Pattern.matches(regex, path);
    }

    /** As people find it in CloudFront's console. */
    @Override
    public String toString() {
      return pathPattern == null ? "Default (*)" : pathPattern;
    }
  }

  /**
   * Where a behavior's files lie.
   *
   * @param path put before the path of each request; empty or with a slash at its front alone
   * @param accessControl whether an origin access control signs requests to the bucket
   * @param accessIdentity whether an origin access identity does, as before there were those
   */
  public record Origin(
      String domainName, String path, boolean accessControl, boolean accessIdentity) {}

  /**
   * Keys that may sign links.
   *
   * @param name given by whoever made it
   * @param publicKeys PEM by the key's id
   */
  public record KeyGroup(String name, Map<String, String> publicKeys) {}

  /** What is done with a path, without a slash at its front. */
  public Behavior behaviorOf(String path) {
    return behaviors.stream()
        .filter(behavior -> behavior.covers(path))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a distribution has a default behavior"));
  }
}

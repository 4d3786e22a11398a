package com.aftercall.playback;

import com.aftercall.playback.LinkRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks signed URLs as CloudFront does, so that we can serve the same links. */
final class UrlVerifier {

  private static final Set<String> OURS =
      Set.of("Expires", "Policy", "Signature", "Key-Pair-Id", "Hash-Algorithm");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

  private final KeyGroup keys;
  private final InstantSource clock;

  UrlVerifier(KeyGroup keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Lets pass what is allowed now.
   *
   * @param url without query, as it was signed
   * @param query as sent; empty if there is none
   * @param address of whoever asks
   * @return what was signed, and by whom
   * @throws LinkRefused otherwise
   */
  SignedPolicy verify(String url, String query, String address) throws LinkRefused {
    var link = Link.of(url, query);
    var keyPairId = link.require("Key-Pair-Id");
    var key = keys.find(keyPairId).orElseThrow(() -> new LinkRefused(Reason.KEY_UNKNOWN));
    var policy = link.has("Policy") ? custom(link, key) : canned(link, key);
    var now = clock.instant();
    if (!now.isBefore(policy.endsAt())) {
      throw new LinkRefused(Reason.ENDED);
    }
    if (policy.beginsAt() != null && now.isBefore(policy.beginsAt())) {
      throw new LinkRefused(Reason.NOT_BEGUN);
    }
    if (policy.sourceAddresses() != null
        && !AddressRange.contains(policy.sourceAddresses(), address)) {
      throw new LinkRefused(Reason.OTHER_ADDRESS);
    }
    return new SignedPolicy(keyPairId, policy);
  }

  private static UrlPolicy canned(Link link, PublicKey key) throws LinkRefused {
    var expires = link.require("Expires");
    if (!SECONDS.matcher(expires).matches()) {
      throw new LinkRefused(Reason.INCOMPLETE);
    }
    var policy = UrlPolicy.canned(link.resource(), Instant.ofEpochSecond(Long.parseLong(expires)));
    refuseUnsigned(policy.json().getBytes(StandardCharsets.UTF_8), link, key);
    return policy;
  }

  private static UrlPolicy custom(Link link, PublicKey key) throws LinkRefused {
    var json = link.bytes("Policy");
    refuseUnsigned(json, link, key);
    var policy =
        UrlPolicy.parse(new String(json, StandardCharsets.UTF_8))
            .orElseThrow(() -> new LinkRefused(Reason.INCOMPLETE));
    if (!policy.covers(link.resource())) {
      throw new LinkRefused(Reason.CHANGED);
    }
    return policy;
  }

  private static void refuseUnsigned(byte[] policy, Link link, PublicKey key) throws LinkRefused {
    try {
      var signature = Signature.getInstance(link.hash().algorithm(key));
      signature.initVerify(key);
      signature.update(policy);
      if (signature.verify(link.bytes("Signature"))) {
        return;
      }
    } catch (GeneralSecurityException e) {
      // A signature of another length than the key's ends here; it is wrong like any other.
      throw new LinkRefused(Reason.CHANGED);
    }
    throw new LinkRefused(Reason.CHANGED);
  }

  /**
   * A URL taken apart.
   *
   * @param resource without the parameters that the signature added
   */
  private record Link(String resource, Map<String, String> parameters) {

    static Link of(String url, String query) throws LinkRefused {
      List<String> others = new ArrayList<>();
      Map<String, String> ours = new HashMap<>();
      for (var parameter : query.isEmpty() ? List.<String>of() : List.of(query.split("&", -1))) {
        var name = parameter.split("=", 2)[0];
        if (!OURS.contains(name)) {
          others.add(parameter);
        } else if (ours.put(name, parameter.substring(name.length()).replaceFirst("=", ""))
            != null) {
          throw new LinkRefused(Reason.INCOMPLETE);
        }
      }
      return new Link(others.isEmpty() ? url : url + "?" + String.join("&", others), ours);
    }

    boolean has(String name) {
      return parameters.containsKey(name);
    }

    String require(String name) throws LinkRefused {
      var value = parameters.getOrDefault(name, "");
      if (value.isEmpty()) {
        throw new LinkRefused(Reason.INCOMPLETE);
      }
      return value;
    }

    byte[] bytes(String name) throws LinkRefused {
      try {
        return CloudFrontText.decode(require(name));
      } catch (IllegalArgumentException e) {
        throw new LinkRefused(Reason.INCOMPLETE);
      }
    }

    SignatureHash hash() throws LinkRefused {
      return switch (parameters.getOrDefault("Hash-Algorithm", "SHA1")) {
        case "SHA1" -> SignatureHash.SHA1;
        case "SHA256" -> SignatureHash.SHA256;
        default -> throw new LinkRefused(Reason.INCOMPLETE);
      };
    }
  }
}

package com.aftercall.contact;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done for one version of a contact record, and for everything else why not.
 *
 * @param requested what the attributes ask for
 * @param decisions one for every feature
 * @param location where the recording or the chat's transcript lies, {@code bucket/key}, or null
 * @param contactLens whether the transcript is the one that Contact Lens made
 * @param language what is spoken: the attribute's value or the operator's default, or null
 */
public record ContactPlan(
    Requested requested,
    Map<Feature, Decision> decisions,
    @Nullable String location,
    boolean contactLens,
    @Nullable String language) {

  /** Throws {@link IllegalArgumentException} if a feature has no decision. */
  public ContactPlan {
    for (var feature : Feature.values()) {
      if (!decisions.containsKey(feature)) {
        throw new IllegalArgumentException("no decision about %s".formatted(feature));
      }
    }
    decisions = Map.copyOf(decisions);
  }

  /** The decision about a feature. */
  public Decision decision(Feature feature) {
    var decision = decisions.get(feature);
    if (decision == null) {
      throw new IllegalStateException("no decision about %s".formatted(feature));
    }
    return decision;
  }

  /** Whether a feature is to be done. */
  public boolean does(Feature feature) {
    return decision(feature).isDo();
  }

  /** Whether there is work at all. */
  public boolean isWork() {
    return decisions.values().stream().anyMatch(Decision::isDo);
  }

  /** The first thing that was asked for and that somebody should mend. */
  public Optional<String> complaint() {
    return firstReason(Decision.Kind.REFUSED);
  }

  /** State of the contact if there is no work to do. */
  public ContactState stateWithoutWork() {
    if (complaint().isPresent()) {
      return ContactState.FAILED;
    }
    if (firstReason(Decision.Kind.NOTHING_THERE).isPresent() || requested.contactRecordImport()) {
      return ContactState.COMPLETE;
    }
    return ContactState.NOT_REQUESTED;
  }

  /** Why there is no work to do, one sentence. */
  public String reasonWithoutWork() {
    return complaint()
        .or(() -> firstReason(Decision.Kind.NOTHING_THERE))
        .or(() -> firstReason(Decision.Kind.SWITCHED_OFF))
        .orElse(
            requested.contactRecordImport()
                ? "Only the contact record was asked for; it is kept."
                : "No attribute of the contact asks for anything. The contact flow can set "
                    + ContactAttributes.RECORDING_IMPORT
                    + " and "
                    + ContactAttributes.TRANSCRIBE
                    + ".");
  }

  private Optional<String> firstReason(Decision.Kind kind) {
    return List.of(Feature.values()).stream()
        .map(this::decision)
        .filter(decision -> decision.kind() == kind)
        .map(Decision::reason)
        .findFirst();
  }

  /** Collects decisions. */
  static Map<Feature, Decision> noDecisions() {
    return new EnumMap<>(Feature.class);
  }
}

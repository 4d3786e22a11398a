package com.aftercall.pipeline;

import com.aftercall.contact.ContactPlan;
import com.aftercall.contact.Feature;
import java.util.Optional;

/** Which step needs the product of which. */
final class Prerequisites {

  private Prerequisites() {}

  static Optional<Feature> of(Feature feature) {
    return switch (feature) {
      case RECORDING, CONTACT_RECORD_PUBLICATION, PUBLICATION -> Optional.empty();
      case WAVEFORM, TRANSCRIPT -> Optional.of(Feature.RECORDING);
      case SENTIMENT, KEY_PHRASES, DOMINANT_LANGUAGE, CUSTOM_ENTITIES, SYNTAX ->
          Optional.of(Feature.TRANSCRIPT);
    };
  }

  /** For one contact: what Contact Lens wrote needs no recording. */
  static Optional<Feature> of(Feature feature, ContactPlan plan) {
    return plan.contactLens() && feature == Feature.TRANSCRIPT ? Optional.empty() : of(feature);
  }
}

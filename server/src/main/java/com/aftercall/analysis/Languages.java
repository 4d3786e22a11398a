package com.aftercall.analysis;

import java.util.List;
import java.util.Optional;

/**
 * In which language those in the scope spoke.
 *
 * @param candidates the highest score first; empty if nothing with letters was said
 */
public record Languages(List<DominantLanguage> candidates) {

  /** Takes a copy. */
  public Languages {
    candidates = List.copyOf(candidates);
  }

  /** The most likely one. */
  public Optional<DominantLanguage> dominant() {
    return candidates.stream().findFirst();
  }
}

package com.aftercall.analysis;

import java.util.List;

/**
 * Which of the taught terms were said.
 *
 * @param entities in the order of the contact
 * @param problems what was wrong with the lists at the time, as sentences for people; empty if
 *     nothing was
 */
public record CustomEntities(List<CustomEntity> entities, List<String> problems) {

  /** Takes copies. */
  public CustomEntities {
    entities = List.copyOf(entities);
    problems = List.copyOf(problems);
  }
}

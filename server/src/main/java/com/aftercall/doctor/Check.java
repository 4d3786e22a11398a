package com.aftercall.doctor;

/**
 * One thing that can be wrong with an installation. Every module has the checks of what it needs,
 * as beans; the doctor runs them all when somebody asks, never by itself.
 */
public interface Check {

  /** Names it for programs, lower case with hyphens, such as {@code signing-key}. */
  String id();

  /** What is checked, as people read it, such as {@code Key that signs links}. */
  String title();

  /**
   * Looks now, for some seconds at most; may call other services, changes nothing. What it throws
   * is shown as a failed check by the exception's class, so faults that are to be expected are
   * findings and not exceptions.
   */
  Finding run();
}

package com.aftercall.doctor;

/** A check of one user, run when somebody asks why that user may not do something. */
public interface UserCheck {

  /** Names it for programs, lower case with hyphens. */
  String id();

  /** What is checked, as people read it. */
  String title();

  /**
   * Looks now and changes nothing.
   *
   * @param userName what the user signs in with, whatever its case
   */
  Finding run(String userName);
}

package com.aftercall.cli;

/** How a command ends. The help of the launcher lists the same. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int REJECTED = 2;
  static final int NO_SERVER = 3;

  /** EX_USAGE of BSD's sysexits.h. */
  static final int USAGE = 64;

  private ExitCode() {}
}

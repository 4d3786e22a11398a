package com.aftercall.cli;

/** A command cannot go on; the message is all that the user needs. */
final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }
}

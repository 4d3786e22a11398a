package com.aftercall.access.web;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What can be wrong with requests, as answers. */
final class Requests {

  private Requests() {}

  static ResponseStatusException bad(String detail) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
  }

  static ResponseStatusException missing(String detail) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, detail);
  }

  static void refuse(boolean condition, String detail) {
    if (condition) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, detail);
    }
  }

  static void refuseUnknown(String what, List<String> ids) {
    if (!ids.isEmpty()) {
      throw bad("There is no %s '%s'.".formatted(what, ids.getFirst()));
    }
  }

  /** Values check themselves; what they say goes to the caller. */
  static <T> T checked(Supplier<T> action) {
    try {
      return action.get();
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
    }
  }

  static <T> T unique(String what, Supplier<T> action) {
    try {
      return action.get();
    } catch (DuplicateKeyException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, what + " is there already.", e);
    }
  }
}

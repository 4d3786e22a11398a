package com.aftercall.access.web;

import com.aftercall.access.Permission;
import com.aftercall.access.Rights;
import java.util.Arrays;
import java.util.List;

/** {@code Right} of {@code openapi.yaml}. */
record RightJson(String permission, String contacts) {

  static List<RightJson> of(Rights rights) {
    return Arrays.stream(Permission.values())
        .filter(rights::has)
        .map(permission -> new RightJson(permission.label(), rights.reach(permission).label()))
        .toList();
  }
}

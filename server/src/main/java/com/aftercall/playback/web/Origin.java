package com.aftercall.playback.web;

import jakarta.servlet.http.HttpServletRequest;

/** By which scheme, host and port a request came in. */
final class Origin {

  private Origin() {}

  static String of(HttpServletRequest request) {
    var scheme = request.getScheme();
    var port = request.getServerPort();
    var usual = scheme.equals("https") ? 443 : 80;
    return scheme + "://" + request.getServerName() + (port == usual ? "" : ":" + port);
  }
}

package com.aftercall.access.web;

import com.aftercall.access.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie that a browser shows, and from where it came. */
final class SessionCookie {

  static final String NAME = "aftercall_session";

  private SessionCookie() {}

  static void set(HttpServletRequest request, HttpServletResponse response, String secret) {
    write(request, response, secret, Sessions.LENGTH);
  }

  static void remove(HttpServletRequest request, HttpServletResponse response) {
    write(request, response, "", Duration.ZERO);
  }

  private static void write(
      HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
    var cookie =
        ResponseCookie.from(NAME, value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Strict")
            .path("/")
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  static Sessions.Origin origin(HttpServletRequest request, @Nullable String provider) {
    return new Sessions.Origin(
        request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT), provider);
  }
}

package com.aftercall.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who calls: by bearer token, or by session cookie. A call that changes something with a
 * cookie must carry a header that no page of another origin can send without being asked first.
 */
final class CallerFilter extends OncePerRequestFilter {

  static final String COOKIE = "aftercall_session";
  static final String HEADER = "X-Aftercall";

  private static final String BEARER = "Bearer ";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Callers callers;

  CallerFilter(Callers callers) {
    this.callers = callers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      byToken(request)
          .or(() -> bySession(request))
          .ifPresent(
              caller -> {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(caller);
                SecurityContextHolder.setContext(context);
              });
    } catch (DataAccessException e) {
      Problems.databaseDown(response);
      return;
    }
    chain.doFilter(request, response);
  }

  private Optional<Caller> byToken(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.empty();
    }
    return callers.byToken(header.substring(BEARER.length()).strip());
  }

  private Optional<Caller> bySession(HttpServletRequest request) {
    if (!SAFE.contains(request.getMethod()) && request.getHeader(HEADER) == null) {
      return Optional.empty();
    }
    return sessionSecret(request).flatMap(callers::bySession);
  }

  static Optional<String> sessionSecret(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst();
  }
}

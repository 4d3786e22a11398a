package com.aftercall.access.web;

import com.aftercall.access.AccessSettings.OpenIdProvider;
import com.aftercall.access.SignIns.Outcome;
import com.aftercall.access.openid.OpenIdSignIns;
import com.aftercall.access.openid.SignInFailed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.HtmlUtils;

/** {@code /login/oidc/…}: to the provider and back. */
@RestController
class OpenIdController {

  private static final String STATE = "aftercall_openid";
  private static final String PATH = "/login/oidc/{provider}";

  private final OpenIdSignIns signIns;

  OpenIdController(OpenIdSignIns signIns) {
    this.signIns = signIns;
  }

  static String redirectUri(HttpServletRequest request, String id, OpenIdProvider provider) {
    var origin = provider.redirectOrigin();
    var server =
        origin == null
            ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
            : origin.toString().replaceAll("/$", "");
    return "%s/login/oidc/%s/callback".formatted(server, id);
  }

  @GetMapping(PATH)
  void begin(
      @PathVariable("provider") String id,
      @RequestParam(defaultValue = "/") String next,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var provider = require(id);
    try {
      var begun = signIns.begin(id, redirectUri(request, id, provider), local(next));
      setState(request, response, begun.state(), Duration.ofMinutes(10));
      response.sendRedirect(begun.address());
    } catch (SignInFailed e) {
      fail(response, e.sentence());
    }
  }

  @GetMapping(PATH + "/callback")
  void finish(
      @PathVariable("provider") String id,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String state,
      @CookieValue(name = STATE, required = false) @Nullable String expected,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var provider = require(id);
    setState(request, response, "", Duration.ZERO);
    if (state == null || expected == null || !isSame(state, expected)) {
      fail(response, "This sign-in was begun in another browser or took too long. Begin again.");
      return;
    }
    if (code == null) {
      fail(response, "The provider did not let you in.");
      return;
    }
    try {
      var finished =
          signIns.finish(
              id,
              state,
              code,
              redirectUri(request, id, provider),
              SessionCookie.origin(request, id));
      if (finished.outcome() instanceof Outcome.Begun begun) {
        SessionCookie.set(request, response, begun.secret());
        goOn(response, finished.next());
      } else {
        fail(response, "Your account is not active. An administrator can change that.");
      }
    } catch (SignInFailed e) {
      fail(response, e.sentence());
    }
  }

  /**
   * A page and not a redirect: the session cookie is for navigations from this server's own pages
   * alone, and a redirect would go on the one that the provider's page began.
   */
  private static void goOn(HttpServletResponse response, String next) throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    var address = HtmlUtils.htmlEscape(next);
    response
        .getWriter()
        .write(
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Aftercall</title>
            <meta http-equiv="refresh" content="0;url=%s"><p><a href="%s">Signed in. Go on.</a></p></html>
            """
                .formatted(address, address));
  }

  private OpenIdProvider require(String id) {
    return signIns
        .provider(id)
        .orElseThrow(() -> Requests.missing("No such OpenID Connect provider is configured."));
  }

  /** What begins with two slashes would lead to another server. */
  private static String local(String next) {
    return next.matches("/([^/\\\\;'\"<>\\s][^\\s'\"<>]*)?") ? next : "/";
  }

  private static boolean isSame(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static void fail(HttpServletResponse response, String sentence) throws IOException {
    response.sendRedirect(
        "/login#error=" + URLEncoder.encode(sentence, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  /** Lax: the provider's page sends the browser back here. */
  private static void setState(
      HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
    var cookie =
        ResponseCookie.from(STATE, value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path("/login/oidc")
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}

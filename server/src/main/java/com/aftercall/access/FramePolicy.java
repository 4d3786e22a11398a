package com.aftercall.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/**
 * Says what a page may load and who may show it in a frame: the pages below {@code /embed/} those
 * of the configured origins, all others nobody.
 */
@Component
final class FramePolicy implements HeaderWriter {

  /** Cloudscape's components set styles on elements, hence unsafe-inline for styles alone. */
  private static final String CONTENT =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors ";

  private final EmbedSettings settings;

  FramePolicy(EmbedSettings settings) {
    this.settings = settings;
  }

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    var embedded = addressOf(request).startsWith("/embed/");
    response.setHeader(
        "Content-Security-Policy", CONTENT + (embedded ? settings.policy() : "'none'"));
    if (!embedded) {
      // It knows no list of origins, so it would forbid what the policy allows.
      response.setHeader("X-Frame-Options", "DENY");
    }
  }

  /** What the browser asked for, also where the answer comes from the console's one page. */
  private static String addressOf(HttpServletRequest request) {
    var before = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    return before instanceof String address ? address : request.getRequestURI();
  }
}

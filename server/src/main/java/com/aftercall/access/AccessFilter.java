package com.aftercall.access;

import com.aftercall.access.AuditEntry.Event;
import com.aftercall.access.AuditEntry.Result;
import com.aftercall.access.AuditEntry.Who;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a signed-in caller do what the description of the interface allows him, and nothing else,
 * whichever code answers; and keeps the audit trail of it. Callers who did not sign in are left to
 * those who ask them to.
 */
@Component
final class AccessFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(AccessFilter.class);

  private static final String API = "/api/";
  private static final Set<String> SAFE = Set.of("GET", "HEAD");

  private final AccessRules rules;
  private final AuditTrail trail;
  private final TranscriptReads reads;

  AccessFilter(AccessRules rules, AuditTrail trail, TranscriptReads reads) {
    this.rules = rules;
    this.trail = trail;
    this.reads = reads;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // Decoded once and free of dots and double slashes: the firewall lets nothing else through.
    var path = request.getServletPath();
    var asked = rules.find(request.getMethod(), path).orElse(null);
    var described = asked != null || path.startsWith(API);
    if (!described
        || !(SecurityContextHolder.getContext().getAuthentication() instanceof Caller caller)
        || (asked != null && asked.operation().need().isPublic())) {
      chain.doFilter(request, response);
      return;
    }
    @Nullable HttpStatus refusal;
    try {
      refusal = rules.refusal(caller, asked);
      if (refusal != null) {
        trail.add(event(caller, asked, request, Result.REFUSED));
      }
    } catch (DataAccessException e) {
      Problems.databaseDown(response);
      return;
    }
    if (refusal == null) {
      answer(caller, asked, request, response, chain);
    } else {
      refuse(refusal, asked, response);
    }
  }

  /** Whoever follows an embed link and asks for something else than its contact. */
  void refuseEmbedded(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof Caller caller) {
      var asked = rules.find(request.getMethod(), request.getServletPath()).orElse(null);
      trail.add(event(caller, asked, request, Result.REFUSED));
    }
    Problems.write(
        response,
        HttpStatus.FORBIDDEN,
        "Not allowed",
        "This token may not do that. The token of an embed link reads one contact.");
  }

  private void answer(
      Caller caller,
      ApiDescription.@Nullable Request asked,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    if (asked == null || asked.operation().audit() == null || reads.isRepeated(caller, asked)) {
      chain.doFilter(request, response);
      return;
    }
    IntConsumer noting;
    if (SAFE.contains(request.getMethod())) {
      noting = status -> noteRead(caller, asked, request, resultOf(status));
    } else {
      // Before anything is changed: a change that nobody can be held to is not made.
      long number;
      try {
        number = trail.add(event(caller, asked, request, Result.BEGUN));
      } catch (DataAccessException e) {
        Problems.databaseDown(response);
        return;
      }
      noting = status -> noteEnd(number, resultOf(status));
    }
    audited(new AuditedResponse(response, noting), request, chain);
  }

  private static void audited(
      AuditedResponse response, HttpServletRequest request, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException e) {
      response.note(HttpStatus.INTERNAL_SERVER_ERROR.value());
      throw e;
    }
    if (!request.isAsyncStarted()) {
      response.note();
    }
  }

  private static Result resultOf(int status) {
    return status < HttpStatus.BAD_REQUEST.value()
        ? Result.DONE
        : status == HttpStatus.FORBIDDEN.value() ? Result.REFUSED : Result.FAILED;
  }

  private void noteRead(
      Caller caller, ApiDescription.Request asked, HttpServletRequest request, Result result) {
    trail.add(event(caller, asked, request, result));
    if (result == Result.DONE) {
      reads.note(caller, asked);
    }
  }

  /** The change is made; its entry stays as begun if this cannot be added. */
  private void noteEnd(long number, Result result) {
    try {
      trail.end(number, result);
    } catch (DataAccessException e) {
      log.warn(
          "How the request of audit entry {} ended ({}) could not be stored; the entry stays as begun ({})",
          number,
          result.label(),
          e.getClass().getSimpleName());
    }
  }

  private static Event event(
      Caller caller,
      ApiDescription.@Nullable Request asked,
      HttpServletRequest request,
      Result result) {
    var audit = asked == null ? null : asked.operation().audit();
    return new Event(
        Who.of(caller),
        audit == null ? AuditAction.REQUEST : audit,
        result,
        asked == null ? null : asked.contactId(),
        request.getRemoteAddr(),
        details(asked, request));
  }

  private static Map<String, String> details(
      ApiDescription.@Nullable Request asked, HttpServletRequest request) {
    if (asked == null) {
      return Map.of("operation", request.getMethod() + " of an unknown path");
    }
    var subject = asked.subject();
    return subject == null
        ? Map.of("operation", asked.operation().id())
        : Map.of("operation", asked.operation().id(), "subject", subject);
  }

  private static void refuse(
      HttpStatus refusal, ApiDescription.@Nullable Request asked, HttpServletResponse response)
      throws IOException {
    if (refusal == HttpStatus.NOT_FOUND) {
      Problems.write(
          response,
          refusal,
          "Not Found",
          "No record of this contact has come. Connect sends it when the agent leaves After Call Work.");
      return;
    }
    var permission = asked == null ? Permission.ADMINISTER : asked.operation().need().permission();
    Problems.write(
        response,
        refusal,
        "Not allowed",
        permission == null
            ? "The token of an embed link reads one contact."
            : "This needs the permission '%s'. An administrator can give it."
                .formatted(permission.label()));
  }
}

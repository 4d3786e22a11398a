package com.aftercall.playback.web;

import com.aftercall.access.AuditAction;
import com.aftercall.access.AuditEntry.Event;
import com.aftercall.access.AuditEntry.Result;
import com.aftercall.access.AuditTrail;
import com.aftercall.playback.LinkRefused;
import com.aftercall.playback.RecordingLinks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Serves links in CloudFront's form: any under {@code /recordings/}, and those that keep the paths
 * of a distribution whose domain name now leads here.
 */
@RestController
class RecordingLinkController {

  /** Links whose policy allows longer are told of again after this. */
  private static final Duration KEEP = Duration.ofDays(1);

  private final RecordingLinks links;
  private final RecordingBytes bytes;
  private final AuditTrail trail;
  private final InstantSource clock;

  RecordingLinkController(
      RecordingLinks links, RecordingBytes bytes, AuditTrail trail, InstantSource clock) {
    this.links = links;
    this.bytes = bytes;
    this.trail = trail;
    this.clock = clock;
  }

  @GetMapping({RecordingLinks.MOUNT + "{*path}", "/connect/{*path}", "/Analysis/{*path}"})
  void play(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      var opened =
          links
              .open(
                  Origin.of(request),
                  request.getRequestURI(),
                  Objects.requireNonNullElse(request.getQueryString(), ""),
                  request.getRemoteAddr())
              .orElseThrow(
                  () ->
                      new ResponseStatusException(
                          HttpStatus.NOT_FOUND,
                          "There is no such recording (any more), or two buckets have one of this name."));
      if (!opened.allowed()) {
        trail.add(event(opened, Result.REFUSED, request));
        throw new LinkRefused(LinkRefused.Reason.NOT_ALLOWED);
      }
      trail.addOnce(
          ("link " + opened.link()).getBytes(StandardCharsets.US_ASCII),
          clock.instant().plus(KEEP),
          event(opened, Result.DONE, request));
      bytes.send(opened.recording(), request, response);
    } catch (LinkRefused e) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, e.reason().sentence(), e);
    }
  }

  private static Event event(
      RecordingLinks.Opened opened, Result result, HttpServletRequest request) {
    return new Event(
        opened.who(),
        AuditAction.PLAY,
        result,
        opened.recording().contact().value(),
        request.getRemoteAddr(),
        Map.of());
  }
}

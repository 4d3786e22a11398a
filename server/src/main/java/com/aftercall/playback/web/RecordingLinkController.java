package com.aftercall.playback.web;

import com.aftercall.playback.LinkRefused;
import com.aftercall.playback.RecordingLinks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

  private final RecordingLinks links;
  private final RecordingBytes bytes;

  RecordingLinkController(RecordingLinks links, RecordingBytes bytes) {
    this.links = links;
    this.bytes = bytes;
  }

  @GetMapping({RecordingLinks.MOUNT + "{*path}", "/connect/{*path}", "/Analysis/{*path}"})
  void play(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      var recording =
          links.open(
              Origin.of(request),
              request.getRequestURI(),
              Objects.requireNonNullElse(request.getQueryString(), ""),
              request.getRemoteAddr());
      bytes.send(
          recording.orElseThrow(
              () ->
                  new ResponseStatusException(
                      HttpStatus.NOT_FOUND,
                      "There is no such recording (any more), or two buckets have one of this name.")),
          request,
          response);
    } catch (LinkRefused e) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, e.reason().sentence(), e);
    }
  }
}

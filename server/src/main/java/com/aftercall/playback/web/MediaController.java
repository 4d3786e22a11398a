package com.aftercall.playback.web;

import com.aftercall.access.AuditAction;
import com.aftercall.access.AuditEntry.Event;
import com.aftercall.access.AuditEntry.Result;
import com.aftercall.access.AuditEntry.Who;
import com.aftercall.access.AuditTrail;
import com.aftercall.access.Caller;
import com.aftercall.contact.ContactId;
import com.aftercall.playback.PlaybackUrl;
import com.aftercall.playback.PlaybackUrls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Playback URLs, and the bytes behind them. */
@RestController
class MediaController {

  private final PlaybackUrls urls;
  private final RecordingBytes bytes;
  private final AuditTrail trail;

  MediaController(PlaybackUrls urls, RecordingBytes bytes, AuditTrail trail) {
    this.urls = urls;
    this.bytes = bytes;
    this.trail = trail;
  }

  @PostMapping("/api/v1/contacts/{contactId}/playback-url")
  PlaybackUrl create(Caller caller, @PathVariable ContactId contactId) {
    return urls.create(caller, contactId)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "This contact has no recording; the steps on its page say why."));
  }

  @GetMapping("/media/{contactId}")
  void play(
      @PathVariable ContactId contactId,
      @RequestParam("Expires") long expires,
      @RequestParam("By") String signIn,
      @RequestParam("Signature") String signature,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (!urls.isGenuine(contactId, expires, signIn, signature)) {
      // Anybody can ask for this; what anybody can write, the audit trail does not keep.
      throw refused();
    }
    var opened = urls.open(contactId, signIn).orElseThrow(() -> refused(contactId, request));
    trail.addOnce(
        ("media " + signature).getBytes(StandardCharsets.UTF_8),
        Instant.ofEpochSecond(expires),
        event(Who.of(opened.caller()), Result.DONE, contactId, request));
    bytes.send(opened.recording(), request, response);
  }

  private ResponseStatusException refused(ContactId contact, HttpServletRequest request) {
    trail.add(event(Who.NOBODY, Result.REFUSED, contact, request));
    return refused();
  }

  private static ResponseStatusException refused() {
    return new ResponseStatusException(
        HttpStatus.FORBIDDEN, "This link has ended or is not genuine. Ask for another.");
  }

  private static Event event(
      Who who, Result result, ContactId contact, HttpServletRequest request) {
    return new Event(
        who, AuditAction.PLAY, result, contact.value(), request.getRemoteAddr(), Map.of());
  }
}

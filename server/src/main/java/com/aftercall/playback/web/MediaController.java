package com.aftercall.playback.web;

import com.aftercall.contact.ContactId;
import com.aftercall.playback.PlaybackUrl;
import com.aftercall.playback.PlaybackUrls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

  MediaController(PlaybackUrls urls, RecordingBytes bytes) {
    this.urls = urls;
    this.bytes = bytes;
  }

  @PostMapping("/api/v1/contacts/{contactId}/playback-url")
  PlaybackUrl create(@PathVariable ContactId contactId) {
    return urls.create(contactId)
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
      @RequestParam("Signature") String signature,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var recording =
        urls.open(contactId, expires, signature)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.FORBIDDEN,
                        "This link has ended or is not genuine. Ask for another."));
    bytes.send(recording, request, response);
  }
}

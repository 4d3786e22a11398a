package com.aftercall.recordpage.web;

import com.aftercall.access.Caller;
import com.aftercall.access.ContactRights;
import com.aftercall.contact.ContactId;
import com.aftercall.recording.Recording;
import com.aftercall.recording.Recordings;
import com.aftercall.waveform.SampleBits;
import com.aftercall.waveform.WaveformLevel;
import com.aftercall.waveform.Waveforms;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Waveforms in both forms of BBC's data format. */
@RestController
class WaveformController {

  private final Waveforms waveforms;
  private final Recordings recordings;
  private final ContactRights rights;

  WaveformController(Waveforms waveforms, Recordings recordings, ContactRights rights) {
    this.waveforms = waveforms;
    this.recordings = recordings;
    this.rights = rights;
  }

  @GetMapping("/api/v1/contacts/{contactId}/waveform.dat")
  void dat(
      Caller caller,
      @PathVariable ContactId contactId,
      @RequestParam(defaultValue = "256") int samplesPerPixel,
      @RequestParam(defaultValue = "8") int bits,
      HttpServletResponse response)
      throws IOException {
    var level = require(caller, contactId, samplesPerPixel);
    var size = bits(bits);
    response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    try (var output = new BufferedOutputStream(response.getOutputStream(), 1 << 16)) {
      level.writeDat(output, size);
    }
  }

  @GetMapping("/api/v1/contacts/{contactId}/waveform.json")
  void json(
      Caller caller,
      @PathVariable ContactId contactId,
      @RequestParam(defaultValue = "256") int samplesPerPixel,
      @RequestParam(defaultValue = "8") int bits,
      HttpServletResponse response)
      throws IOException {
    var level = require(caller, contactId, samplesPerPixel);
    var size = bits(bits);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    try (var output = new BufferedOutputStream(response.getOutputStream(), 1 << 16)) {
      level.writeJson(output, size);
    }
  }

  /** It shows who spoke when and how loudly, so it takes what the sound takes. */
  private WaveformLevel require(Caller caller, ContactId contact, int samplesPerPixel) {
    if (samplesPerPixel < 1) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "samplesPerPixel is 1 or more.");
    }
    var redacted = recordings.find(contact).map(Recording::redacted).orElse(false);
    rights.requireHearing(caller, contact.value(), redacted);
    return waveforms
        .find(contact, samplesPerPixel)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "This contact has no waveform; the steps on its page say why."));
  }

  private static SampleBits bits(int bits) {
    return switch (bits) {
      case 8 -> SampleBits.EIGHT;
      case 16 -> SampleBits.SIXTEEN;
      default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "bits is 8 or 16.");
    };
  }
}

package com.aftercall.recordpage.web;

import com.aftercall.contact.ContactId;
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

  WaveformController(Waveforms waveforms) {
    this.waveforms = waveforms;
  }

  @GetMapping("/api/v1/contacts/{contactId}/waveform.dat")
  void dat(
      @PathVariable ContactId contactId,
      @RequestParam(defaultValue = "256") int samplesPerPixel,
      @RequestParam(defaultValue = "8") int bits,
      HttpServletResponse response)
      throws IOException {
    var level = require(contactId, samplesPerPixel);
    var size = bits(bits);
    response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    try (var output = new BufferedOutputStream(response.getOutputStream(), 1 << 16)) {
      level.writeDat(output, size);
    }
  }

  @GetMapping("/api/v1/contacts/{contactId}/waveform.json")
  void json(
      @PathVariable ContactId contactId,
      @RequestParam(defaultValue = "256") int samplesPerPixel,
      @RequestParam(defaultValue = "8") int bits,
      HttpServletResponse response)
      throws IOException {
    var level = require(contactId, samplesPerPixel);
    var size = bits(bits);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    try (var output = new BufferedOutputStream(response.getOutputStream(), 1 << 16)) {
      level.writeJson(output, size);
    }
  }

  private WaveformLevel require(ContactId contact, int samplesPerPixel) {
    if (samplesPerPixel < 1) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "samplesPerPixel is 1 or more.");
    }
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

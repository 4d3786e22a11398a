package com.aftercall.recordpage.web;

import com.aftercall.access.Caller;
import com.aftercall.access.ContactRights;
import com.aftercall.access.Permission;
import com.aftercall.contact.ContactId;
import com.aftercall.transcript.StoredTranscript;
import com.aftercall.transcript.TranscriptExport;
import com.aftercall.transcript.Transcripts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Transcripts, by turns and as files. */
@RestController
class TranscriptController {

  private final Transcripts transcripts;
  private final ContactRights rights;

  TranscriptController(Transcripts transcripts, ContactRights rights) {
    this.rights = rights;
    this.transcripts = transcripts;
  }

  @GetMapping(
      value = "/api/v1/contacts/{contactId}/transcript",
      produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] turns(@PathVariable ContactId contactId) {
    return utf8(TranscriptExport.JSON.write(require(contactId).turns()));
  }

  @GetMapping("/api/v1/contacts/{contactId}/transcript.{format}")
  ResponseEntity<byte[]> file(
      Caller caller, @PathVariable ContactId contactId, @PathVariable String format) {
    rights.require(caller, Permission.READ_TRANSCRIPT, contactId.value());
    var export =
        Arrays.stream(TranscriptExport.values())
            .filter(candidate -> candidate.extension().equals(format))
            .findFirst()
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "A transcript comes as txt, srt, vtt, csv or json."));
    var content = export.write(require(contactId).turns());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(export.mediaType() + ";charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("transcript-%s.%s".formatted(contactId, format), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(utf8(content));
  }

  private StoredTranscript require(ContactId contact) {
    return transcripts
        .find(contact)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "This contact has no transcript; the steps on its page say why."));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package com.aftercall.recordpage.web;

import com.aftercall.access.Caller;
import com.aftercall.access.ContactRights;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.Contacts;
import com.aftercall.recordpage.Attachment;
import com.aftercall.recordpage.Attachments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The files of a record page. */
@RestController
class AttachmentController {

  private final Contacts contacts;
  private final Attachments attachments;
  private final ContactRights rights;

  AttachmentController(Contacts contacts, Attachments attachments, ContactRights rights) {
    this.rights = rights;
    this.contacts = contacts;
    this.attachments = attachments;
  }

  @GetMapping("/api/v1/contacts/{contactId}/attachments")
  Map<String, List<Attachment>> list(Caller caller, @PathVariable ContactId contactId) {
    if (contacts.find(contactId).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, ContactController.noSuchContact());
    }
    var allowed = rights.allowed(caller, contactId.value());
    return Map.of(
        "items",
        attachments.list(contactId).stream()
            .filter(attachment -> allowed.containsAll(attachment.permissions()))
            .toList());
  }

  @GetMapping("/api/v1/contacts/{contactId}/attachments/{name}")
  ResponseEntity<InputStreamResource> open(
      Caller caller, @PathVariable ContactId contactId, @PathVariable String name) {
    var attachment =
        attachments.list(contactId).stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(AttachmentController::missing);
    attachment
        .permissions()
        .forEach(permission -> rights.require(caller, permission, contactId.value()));
    var content = attachments.open(contactId, name).orElseThrow(AttachmentController::missing);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(attachment.contentType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new InputStreamResource(content));
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "This contact has no attachment of that name.");
  }
}

package com.aftercall.recordpage.web;

import com.aftercall.access.Caller;
import com.aftercall.access.EmbedLinks;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.Contacts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Links to show one contact inside another page. */
@RestController
class EmbedLinkController {

  private final Contacts contacts;
  private final EmbedLinks links;

  EmbedLinkController(Contacts contacts, EmbedLinks links) {
    this.contacts = contacts;
    this.links = links;
  }

  record EmbedLink(String url, Instant expiresAt) {

    /** Leaves the link out. */
    @Override
    public String toString() {
      return "EmbedLink[until %s]".formatted(expiresAt);
    }
  }

  @PostMapping("/api/v1/contacts/{contactId}/embed-link")
  @ResponseStatus(HttpStatus.CREATED)
  EmbedLink create(Caller caller, @PathVariable ContactId contactId) {
    if (contacts.find(contactId).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, ContactController.noSuchContact());
    }
    var created = links.create(caller, contactId.value());
    var path = URLEncoder.encode(contactId.value(), StandardCharsets.UTF_8).replace("+", "%20");
    // In the fragment, because that is never sent to a server and so in no server's log.
    return new EmbedLink(
        "/embed/contacts/%s#token=%s".formatted(path, created.secret()), created.expiresAt());
  }
}

package com.aftercall.recordpage.web;

import com.aftercall.access.Caller;
import com.aftercall.access.ContactRights;
import com.aftercall.access.Permission;
import com.aftercall.contact.ContactId;
import com.aftercall.recordpage.RecordPage;
import com.aftercall.recordpage.RecordPages;
import com.aftercall.search.RecentViews;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The record page. */
@RestController
class ContactController {

  private final RecordPages pages;
  private final RecentViews views;
  private final ContactRights rights;

  ContactController(RecordPages pages, RecentViews views, ContactRights rights) {
    this.rights = rights;
    this.pages = pages;
    this.views = views;
  }

  @GetMapping("/api/v1/contacts/{contactId}")
  PageJson.Page page(Caller caller, @PathVariable ContactId contactId) {
    var page = pages.find(contactId).orElseThrow(ContactController::notFound);
    if (!views.note(caller.getName(), contactId)) {
      throw notFound();
    }
    return PageJson.Page.of(page.limitedTo(allowed(caller, contactId), hidden(caller, page)));
  }

  private Set<Permission> allowed(Caller caller, ContactId contact) {
    return Set.copyOf(rights.allowed(caller, contact.value()));
  }

  /** Others of the chain that the caller may not see; their ids are in this contact's record. */
  private Set<ContactId> hidden(Caller caller, RecordPage page) {
    return page.related().keySet().stream()
        .filter(other -> !rights.sees(caller, other.value()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, noSuchContact());
  }

  static String noSuchContact() {
    return "No record of this contact has come. Connect sends it when the agent leaves After Call Work.";
  }
}

package com.aftercall.recordpage.web;

import com.aftercall.access.Caller;
import com.aftercall.contact.ContactId;
import com.aftercall.recordpage.RecordPages;
import com.aftercall.search.RecentViews;
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

  ContactController(RecordPages pages, RecentViews views) {
    this.pages = pages;
    this.views = views;
  }

  @GetMapping("/api/v1/contacts/{contactId}")
  PageJson.Page page(Caller caller, @PathVariable ContactId contactId) {
    var page = pages.find(contactId).orElseThrow(ContactController::notFound);
    if (!views.note(caller.getName(), contactId)) {
      throw notFound();
    }
    return PageJson.Page.of(page);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, noSuchContact());
  }

  static String noSuchContact() {
    return "No record of this contact has come. Connect sends it when the agent leaves After Call Work.";
  }
}

package com.aftercall.recordpage.web;

import com.aftercall.access.Caller;
import com.aftercall.contact.ContactHeadline;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.ContactState;
import com.aftercall.contact.Contacts;
import com.aftercall.recordpage.ListEntry;
import com.aftercall.recordpage.RecentViews;
import com.aftercall.recordpage.RecordPages;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/v1/contacts} and the record page. */
@RestController
class ContactController {

  private static final int MOST = 200;

  private final Contacts contacts;
  private final RecordPages pages;
  private final RecentViews views;

  ContactController(Contacts contacts, RecordPages pages, RecentViews views) {
    this.contacts = contacts;
    this.pages = pages;
    this.views = views;
  }

  record ContactList(List<PageJson.Summary> items, @Nullable String next) {}

  @GetMapping("/api/v1/contacts")
  ContactList list(
      Caller caller,
      @RequestParam(defaultValue = "all") String view,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (limit < 1 || limit > MOST) {
      throw bad("limit is %d; it can be 1 to %d".formatted(limit, MOST));
    }
    return switch (view) {
      case "all" -> page(state, cursor, limit);
      case "recent" -> new ContactList(summaries(views.of(caller.getName(), limit)), null);
      default -> throw bad("view is '%s'; it can be all or recent".formatted(view));
    };
  }

  @GetMapping("/api/v1/contacts/{contactId}")
  PageJson.Page page(Caller caller, @PathVariable ContactId contactId) {
    var page =
        pages
            .find(contactId)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, noSuchContact()));
    views.note(caller.getName(), contactId);
    return PageJson.Page.of(page);
  }

  static String noSuchContact() {
    return "No record of this contact has come. Connect sends it when the agent leaves After Call Work.";
  }

  private ContactList page(@Nullable String state, @Nullable String cursor, int limit) {
    var found = contacts.page(state(state), before(cursor), limit + 1);
    var shown = found.size() > limit ? found.subList(0, limit) : found;
    return new ContactList(
        summaries(shown), found.size() > limit ? Long.toString(shown.getLast().number()) : null);
  }

  private List<PageJson.Summary> summaries(List<ContactHeadline> headlines) {
    List<ListEntry> entries = pages.entries(headlines);
    return entries.stream().map(PageJson.Summary::of).toList();
  }

  private static @Nullable ContactState state(@Nullable String label) {
    try {
      return label == null ? null : ContactState.ofLabel(label);
    } catch (IllegalArgumentException e) {
      throw bad(e.getMessage() + "; there are waiting, running, complete, failed and notRequested");
    }
  }

  private static @Nullable Long before(@Nullable String cursor) {
    try {
      return cursor == null ? null : Long.valueOf(cursor);
    } catch (NumberFormatException e) {
      throw bad("the cursor is not one that this server gave");
    }
  }

  private static ResponseStatusException bad(String detail) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
  }
}

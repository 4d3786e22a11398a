package com.aftercall.contact.web;

import com.aftercall.contact.Bin;
import com.aftercall.contact.ContactId;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Deleting one contact, and taking that back. */
@RestController
class BinController {

  private final Bin bin;

  BinController(Bin bin) {
    this.bin = bin;
  }

  @DeleteMapping("/api/v1/contacts/{contactId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable ContactId contactId) {
    check(bin.put(List.of(contactId)));
  }

  @PostMapping("/api/v1/contacts/{contactId}/restore")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void restore(@PathVariable ContactId contactId) {
    check(bin.takeOut(List.of(contactId)));
  }

  private static void check(Bin.Outcome outcome) {
    if (!outcome.missing().isEmpty()) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND,
          "There is no such contact: no record of it has come, or it was erased.");
    }
  }
}

package com.aftercall.contact;

import java.util.List;

/**
 * Told of contacts whose record is new or newer than before, in the transaction that stores it:
 * either both happen or neither.
 */
public interface AcceptedContacts {

  /** May be told of the same contact many times. */
  void accepted(List<ContactId> contacts);
}

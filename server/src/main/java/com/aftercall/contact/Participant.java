package com.aftercall.contact;

/** Who speaks. Written in lower case outside. */
public enum Participant {
  /** Who called or was called. */
  CUSTOMER,
  /** Who works in the contact center. */
  AGENT,
  /** One of the two; audio with one channel does not tell which. */
  UNKNOWN
}

package com.aftercall.live;

import com.aftercall.contact.ContactChanged;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one node tells all nodes. Holds ids and kinds of change, nothing that was said.
 *
 * @param changes of contacts, by name
 * @param many whether more contacts changed than are named; then none is
 * @param personal what changed of single callers
 */
record Notice(List<Changed> changes, boolean many, List<PersonalEvent> personal) {

  /** PostgreSQL refuses a payload of 8,000 bytes and more. */
  private static final int PAYLOAD_LIMIT_BYTES = 7_900;

  private static final JsonMapper JSON = JsonMapper.shared();

  Notice {
    changes = List.copyOf(changes);
    personal = List.copyOf(personal);
  }

  /** One change, in the form in which it is sent to browsers. */
  record Changed(String contactId, String change) {

    static Changed of(ContactChanged event) {
      return new Changed(event.contactId().value(), event.change().label());
    }
  }

  /** Anything may have changed. */
  static Notice ofMany() {
    return new Notice(List.of(), true, List.of());
  }

  /** As text that PostgreSQL takes; what is too long to be named becomes {@code many}. */
  String toPayload() {
    var whole = JSON.writeValueAsString(this);
    if (fits(whole)) {
      return whole;
    }
    var unnamed = JSON.writeValueAsString(new Notice(List.of(), true, personal));
    return fits(unnamed) ? unnamed : JSON.writeValueAsString(ofMany());
  }

  private static boolean fits(String payload) {
    return payload.getBytes(StandardCharsets.UTF_8).length <= PAYLOAD_LIMIT_BYTES;
  }

  static Notice ofPayload(String payload) {
    return JSON.readValue(payload, Notice.class);
  }
}

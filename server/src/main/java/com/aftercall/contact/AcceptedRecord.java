package com.aftercall.contact;

import java.nio.charset.StandardCharsets;

/**
 * A contact record that can be taken, with the text as it came.
 *
 * @param record the fields read
 * @param json the whole
 */
record AcceptedRecord(ContactRecord record, String json) {

  static AcceptedRecord read(byte[] json) throws RejectedRecord {
    var text = new String(json, StandardCharsets.UTF_8);
    if (text.indexOf('\0') >= 0 || text.contains("\\u0000")) {
      throw new RejectedRecord("it has a NUL character, which the database cannot keep");
    }
    return new AcceptedRecord(ContactRecordFormat.read(json), text);
  }

  @Override
  public String toString() {
    return "AcceptedRecord[%s]".formatted(record);
  }
}

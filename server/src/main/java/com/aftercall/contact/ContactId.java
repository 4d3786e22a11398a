package com.aftercall.contact;

/**
 * Names one contact, as the contact center does. Amazon Connect writes UUIDs; any text is taken.
 *
 * @param value 1 to 256 characters, none of them a control character, a slash or white space
 */
public record ContactId(String value) {

  /** Throws {@link IllegalArgumentException} that says what is wrong. */
  public ContactId {
    if (value.isEmpty() || value.length() > 256) {
      throw new IllegalArgumentException(
          "a contact id has 1 to 256 characters, not %d".formatted(value.length()));
    }
    if (value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException("'%s' is no contact id".formatted(value));
    }
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (Character.isISOControl(c) || Character.isWhitespace(c) || c == '/' || c == '\\') {
        throw new IllegalArgumentException(
            "a contact id has no character U+%04X".formatted((int) c));
      }
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

package com.aftercall.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Behind which row a page begins. It holds the row's value, not its place, so a page takes the same
 * time however far in, and rows that come or go meanwhile shift nothing.
 *
 * @param order in which the list is
 * @param value of the row as PostgreSQL writes it, or null if it has none
 * @param number of the row
 */
record Cursor(Order order, @Nullable String value, long number) {

  /** What is sorted by and which way. */
  record Order(Sort sort, boolean descending) {

    private String label() {
      return sort.label() + (descending ? " desc" : " asc");
    }
  }

  /**
   * Reads what {@link #text} made; throws {@link InvalidQuery} if it was made for another order.
   */
  static Cursor parse(String text, Order order) {
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", 3);
      if (parts.length >= 2) {
        var cursor =
            new Cursor(order, parts.length == 3 ? parts[2] : null, Long.parseLong(parts[1]));
        if (parts[0].equals(order.label())) {
          return cursor;
        }
        throw new InvalidQuery(
            "the cursor is of a list in another order; begin again without a cursor");
      }
    } catch (IllegalArgumentException e) {
      // Neither base64 nor a number: said below.
    }
    throw new InvalidQuery("the cursor is not one that this server gave");
  }

  /** For the caller, who need not understand it. */
  String text() {
    var parts = order.label() + "\n" + number + (value == null ? "" : "\n" + value);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(parts.getBytes(StandardCharsets.UTF_8));
  }

  /** Leaves the value out, which may name an agent. */
  @Override
  public String toString() {
    return "Cursor[%s, %d]".formatted(order, number);
  }
}

package com.aftercall.search;

import java.util.List;

/**
 * A piece of SQL that a contact has to fulfil, with its parameters in order. Contact is {@code c},
 * what was said {@code s}, what was found {@code f}.
 *
 * @param table what it looks at beside the contact
 * @param sql with a question mark for each parameter
 * @param parameters may hold personal data, so they are in no log
 */
record Condition(Table table, String sql, List<Object> parameters) {

  /** Where a condition looks. */
  enum Table {
    CONTACT(""),
    CONTENT(" join contact_content s on s.number = c.number"),
    FINDING(" join contact_finding f on f.number = c.number");

    final String join;

    Table(String join) {
      this.join = join;
    }
  }

  /** Takes a copy. */
  Condition {
    parameters = List.copyOf(parameters);
  }

  static Condition onContact(String sql, Object... parameters) {
    return new Condition(Table.CONTACT, sql, List.of(parameters));
  }

  /** Any of the values; for one alone an equation, which an ordered index can follow. */
  static Condition anyOf(String column, List<String> values) {
    return values.size() == 1
        ? onContact(column + " = ?", values.getFirst())
        : onContact(column + " = any(?)", (Object) values.toArray(String[]::new));
  }

  /** Leaves the parameters out. */
  @Override
  public String toString() {
    return "Condition[%s]".formatted(sql);
  }
}

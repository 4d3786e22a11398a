package com.aftercall.search;

import java.util.List;

/**
 * A list that somebody saved.
 *
 * @param id names it
 * @param name given by its owner
 * @param query filters, search and order, as in the console's address; may be personal
 * @param columns in order; empty for the reader's own
 * @param shared whether others see it
 * @param own whether the caller may change it
 * @param pinned by the caller
 * @param owner the name of who saved it
 */
public record SavedView(
    String id,
    String name,
    String query,
    List<String> columns,
    boolean shared,
    boolean own,
    boolean pinned,
    String owner) {

  /** Takes a copy. */
  public SavedView {
    columns = List.copyOf(columns);
  }

  /**
   * What its owner decides.
   *
   * @param name 1 to 100 characters
   * @param query at most 4,000 characters
   * @param columns at most 50, each at most 100 characters long
   * @param shared whether others see it
   */
  public record Content(String name, String query, List<String> columns, boolean shared) {

    /** Strips the name; throws {@link InvalidQuery} that says what is wrong. */
    public Content {
      name = name.strip();
      columns = List.copyOf(columns);
      if (name.isEmpty() || name.length() > 100) {
        throw new InvalidQuery("a view needs a name of 1 to 100 characters");
      }
      if (query.length() > 4_000) {
        throw new InvalidQuery("the query of a view has at most 4,000 characters");
      }
      if (columns.size() > 50 || columns.stream().anyMatch(column -> column.length() > 100)) {
        throw new InvalidQuery(
            "a view has at most 50 columns with names of at most 100 characters");
      }
    }

    /** Leaves the query out. */
    @Override
    public String toString() {
      return "Content[%s]".formatted(name);
    }
  }

  /** Leaves the query out. */
  @Override
  public String toString() {
    return "SavedView[%s]".formatted(id);
  }
}

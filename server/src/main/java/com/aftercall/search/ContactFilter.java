package com.aftercall.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which contacts somebody wants to see. What is asked for may be personal, so it is in no log. */
public final class ContactFilter {

  private final boolean bin;
  private final List<Condition> conditions;
  private final @Nullable SearchWords words;

  private ContactFilter(boolean bin, List<Condition> conditions, @Nullable SearchWords words) {
    this.bin = bin;
    this.conditions = List.copyOf(conditions);
    this.words = words;
  }

  /**
   * Reads the filters of {@code listContacts}.
   *
   * @param parameters by name, decoded
   * @param others names of parameters that are there and filter nothing
   * @throws InvalidQuery if a value cannot be used, or a name is none: a filter that is misspelt
   *     must not let every contact through
   */
  public static ContactFilter parse(Map<String, List<String>> parameters, Set<String> others) {
    var conditions = new ArrayList<Condition>();
    SearchWords words = null;
    for (var parameter : parameters.entrySet()) {
      var name = parameter.getKey();
      var values = parameter.getValue();
      if (name.equals("q")) {
        words = words(values);
      } else if (!others.contains(name)) {
        conditions.addAll(Filters.conditions(name, values));
      }
    }
    return new ContactFilter(false, conditions, words);
  }

  private static @Nullable SearchWords words(List<String> values) {
    var text = String.join(" ", values);
    return text.isBlank() ? null : SearchWords.parse(text);
  }

  /** The same of the contacts in the bin. */
  public ContactFilter inBin() {
    return new ContactFilter(true, conditions, words);
  }

  /** What the contact has to fulfil, words aside. */
  List<Condition> conditions() {
    var all = new ArrayList<Condition>();
    all.add(Condition.onContact(bin ? "c.deleted_at is not null" : "c.deleted_at is null"));
    all.addAll(conditions);
    return all;
  }

  /** What has to be said, or null if that does not matter. */
  @Nullable SearchWords words() {
    return words;
  }

  /** Leaves everything out. */
  @Override
  public String toString() {
    return "ContactFilter[%d conditions]".formatted(conditions.size());
  }
}

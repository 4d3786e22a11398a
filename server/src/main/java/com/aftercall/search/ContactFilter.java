package com.aftercall.search;

import com.aftercall.access.Reach;
import com.aftercall.access.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which contacts somebody wants to see. What is asked for may be personal, so it is in no log. */
public final class ContactFilter {

  /** Filters that look into what was said; they take the permission to read it. */
  public static final Set<String> ABOUT_WORDS = Set.of("q", "phrase", "entity");

  private final boolean bin;
  private final List<Condition> conditions;
  private final @Nullable SearchWords words;
  private final Visibility visibility;

  private ContactFilter(
      boolean bin, List<Condition> conditions, @Nullable SearchWords words, Visibility visibility) {
    this.bin = bin;
    this.conditions = List.copyOf(conditions);
    this.words = words;
    this.visibility = visibility;
  }

  /**
   * Reads the filters of {@code listContacts}.
   *
   * @param parameters by name, decoded
   * @param others names of parameters that are there and filter nothing
   * @param visibility of whoever asks: contacts that he may not see are not there, and those whose
   *     words he may not read are not found by their words
   * @throws InvalidQuery if a value cannot be used, or a name is none: a filter that is misspelt
   *     must not let every contact through
   */
  public static ContactFilter parse(
      Map<String, List<String>> parameters, Set<String> others, Visibility visibility) {
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
    return new ContactFilter(false, conditions, words, visibility);
  }

  private static @Nullable SearchWords words(List<String> values) {
    var text = String.join(" ", values);
    return text.isBlank() ? null : SearchWords.parse(text);
  }

  /** The same of the contacts in the bin. */
  public ContactFilter inBin() {
    return new ContactFilter(true, conditions, words, visibility);
  }

  /** What the contact has to fulfil, words aside. */
  List<Condition> conditions() {
    var all = new ArrayList<Condition>();
    all.add(Condition.onContact(bin ? "c.deleted_at is not null" : "c.deleted_at is null"));
    all.addAll(visible(visibility.contacts(), visibility.agent()));
    all.addAll(conditions);
    if (isAboutWords()) {
      all.addAll(readable());
    }
    return all;
  }

  private boolean isAboutWords() {
    return words != null
        || conditions.stream().anyMatch(condition -> condition.table() != Condition.Table.CONTACT);
  }

  /** What a contact has to fulfil so that its words may be shown, beside being seen. */
  List<Condition> readable() {
    return visibility.words() == visibility.contacts()
        ? List.of()
        : visible(visibility.words(), visibility.agent());
  }

  /** Whether no words may be shown of any contact. */
  boolean hidesWords() {
    return visibility.words() == Reach.NONE;
  }

  private static List<Condition> visible(Reach reach, @Nullable String agent) {
    return switch (reach) {
      case ALL -> List.of();
      case OWN ->
          List.of(
              agent == null
                  ? Condition.onContact("false")
                  : Condition.onContact("c.agent = ?", agent));
      case NONE -> List.of(Condition.onContact("false"));
    };
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

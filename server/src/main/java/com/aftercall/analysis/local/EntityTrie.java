package com.aftercall.analysis.local;

import com.aftercall.analysis.spi.EntitySpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries of an entity list by their words; finds the longest at each place. */
final class EntityTrie {

  private static final double EXACT = 1;

  private final Node root = new Node();

  /**
   * Adds an entry.
   *
   * @return false if it has no word, or if the same words are there already (the first type stays)
   */
  boolean add(String text, String type) {
    var node = root;
    for (var token : EntityTokens.of(text)) {
      node = node.next.computeIfAbsent(EntityTokens.key(token), key -> new Node());
    }
    if (node == root || node.type != null) {
      return false;
    }
    node.type = type;
    return true;
  }

  /** The longest entry at each token where one begins; they may overlap. */
  List<EntitySpan> find(List<Token> tokens, String[] keys) {
    var found = new ArrayList<EntitySpan>();
    for (int first = 0; first < tokens.size(); first++) {
      var longest = longestFrom(first, tokens, keys);
      if (longest != null) {
        found.add(longest);
      }
    }
    return found;
  }

  private @Nullable EntitySpan longestFrom(int first, List<Token> tokens, String[] keys) {
    EntitySpan longest = null;
    var node = root.next.get(keys[first]);
    for (int last = first; node != null; last++) {
      if (node.type != null) {
        longest =
            new EntitySpan(tokens.get(first).begin(), tokens.get(last).end(), node.type, EXACT);
      }
      node = last + 1 < keys.length ? node.next.get(keys[last + 1]) : null;
    }
    return longest;
  }

  /** What may follow, by the word that follows. */
  private static final class Node {
    private final Map<String, Node> next = new HashMap<>(2);
    private @Nullable String type;
  }
}

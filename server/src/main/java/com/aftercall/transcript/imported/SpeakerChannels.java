package com.aftercall.transcript.imported;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which channel a speaker is put on: customers on 0 and agents on 1, as recordings have them by
 * default, everybody else from 2 on.
 *
 * <p>A name that says agent or customer (or one of the usual other words) decides. Of the names
 * left the first to speak takes what is free: the agent's place first, because who takes a call
 * greets first, then the customer's. A single speaker without such a name stays alone on channel 0,
 * and nobody knows who it is.
 */
final class SpeakerChannels {

  /** The name of one whom the file does not name; takes nobody's place. */
  static final String NOBODY = "unknown";

  private static final int CUSTOMER = 0;
  private static final int AGENT = 1;
  private static final int OTHERS = 2;

  private static final Pattern AGENTS = Pattern.compile("agent|representative|advis[eo]r|operator");
  private static final Pattern CUSTOMERS = Pattern.compile("customer|caller|client");

  private final Map<String, Integer> channels = new HashMap<>();
  private final boolean roleNamed;

  /** {@code names} in the order in which they speak first; repetition does no harm. */
  SpeakerChannels(Collection<String> names) {
    var distinct = new LinkedHashSet<String>(names);
    var unplaced = new ArrayList<String>();
    for (var name : distinct) {
      var lower = name.toLowerCase(Locale.ROOT);
      if (AGENTS.matcher(lower).find()) {
        channels.put(name, AGENT);
      } else if (CUSTOMERS.matcher(lower).find()) {
        channels.put(name, CUSTOMER);
      } else {
        unplaced.add(name);
      }
    }
    roleNamed = unplaced.size() < distinct.size();
    if (distinct.size() == 1 && !roleNamed) {
      channels.put(unplaced.getFirst(), 0);
    } else {
      place(unplaced);
    }
  }

  private void place(List<String> unplaced) {
    var free = new ArrayList<>(List.of(AGENT, CUSTOMER));
    free.removeAll(channels.values());
    var next = OTHERS;
    for (var name : unplaced) {
      var takesPlace = !free.isEmpty() && !name.equals(NOBODY);
      channels.put(name, takesPlace ? free.removeFirst() : next++);
    }
  }

  int channelOf(String name) {
    return channels.getOrDefault(name, 0);
  }

  /** How many channels the speakers fill, from 0: both sides if any speaker is told apart. */
  int count() {
    var highest = channels.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return channels.size() <= 1 && !roleNamed ? 1 : Math.max(OTHERS, highest + 1);
  }
}

package com.aftercall.live;

import com.aftercall.access.Caller;
import com.aftercall.access.ContactAgents;
import com.aftercall.access.Visibility;
import com.aftercall.contact.ContactId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The callers who are connected to this node. */
@Component
public class Subscriptions {

  private final Set<Subscription> open = ConcurrentHashMap.newKeySet();
  private final ObjectProvider<PersonalEventSource> sources;
  private final ContactAgents agents;

  Subscriptions(ObjectProvider<PersonalEventSource> sources, ContactAgents agents) {
    this.sources = sources;
    this.agents = agents;
  }

  /**
   * Connects a caller, who closes it.
   *
   * @param caller who is told of contacts that he may see now
   * @param only events of this contact, or null for those of all
   */
  public Subscription open(Caller caller, @Nullable ContactId only) {
    return open(caller.getName(), caller.visibility(), only);
  }

  Subscription open(String owner, Visibility visibility, @Nullable ContactId only) {
    var subscription = new Subscription(owner, visibility, only, open::remove);
    open.add(subscription);
    return subscription;
  }

  void tell(Notice notice) {
    var limited = open.stream().anyMatch(Subscription::isLimited) && !notice.changes().isEmpty();
    Map<String, String> known =
        limited
            ? agents.agents(notice.changes().stream().map(Notice.Changed::contactId).toList())
            : Map.of();
    open.forEach(subscription -> subscription.tell(notice, known));
    notice.personal().forEach(this::tell);
  }

  private void tell(PersonalEvent event) {
    var wanting = open.stream().filter(subscription -> subscription.wants(event)).toList();
    if (!wanting.isEmpty()) {
      body(event)
          .map(body -> new LiveEvent(event.name(), body))
          .ifPresent(told -> wanting.forEach(subscription -> subscription.add(told)));
    }
  }

  private Optional<?> body(PersonalEvent event) {
    return sources.stream()
        .filter(source -> source.name().equals(event.name()))
        .findFirst()
        .flatMap(source -> source.find(event.id()));
  }

  void closeAll() {
    List.copyOf(open).forEach(Subscription::close);
  }
}

package com.aftercall.live;

import com.aftercall.contact.ContactId;
import java.util.List;
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

  Subscriptions(ObjectProvider<PersonalEventSource> sources) {
    this.sources = sources;
  }

  /**
   * Connects a caller, who closes it.
   *
   * @param owner as {@code Caller.getName()} has it
   * @param only events of this contact, or null for those of all
   */
  public Subscription open(String owner, @Nullable ContactId only) {
    var subscription = new Subscription(owner, only, open::remove);
    open.add(subscription);
    return subscription;
  }

  void tell(Notice notice) {
    open.forEach(subscription -> subscription.tell(notice));
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

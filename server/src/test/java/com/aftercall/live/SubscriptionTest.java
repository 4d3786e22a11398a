package com.aftercall.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.access.Reach;
import com.aftercall.access.Visibility;
import com.aftercall.contact.ContactId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

  private final List<Subscription> closed = new ArrayList<>();

  @Test
  void slowReaderIsToldThatMuchChangedInsteadOfEachChange() throws InterruptedException {
    var slow = new Subscription("me", Visibility.EVERYTHING, null, closed::add);
    for (var i = 0; i < 201; i++) {
      slow.tell(notice("c" + i), Map.of());
    }

    assertThat(slow.next(Duration.ZERO)).contains(LiveEvent.ofMany());
    assertThat(slow.next(Duration.ZERO)).isEmpty();
  }

  @Test
  void twoHundredEventsWait() throws InterruptedException {
    var slow = new Subscription("me", Visibility.EVERYTHING, null, closed::add);
    for (var i = 0; i < 200; i++) {
      slow.tell(notice("c" + i), Map.of());
    }

    assertThat(slow.next(Duration.ZERO))
        .contains(new LiveEvent("contact", new Notice.Changed("c0", "state")));
  }

  @Test
  void readerOfOneContactIsToldOfManyAndOfNoOtherAndNothingPersonal() throws InterruptedException {
    var one = new Subscription("me", Visibility.EVERYTHING, new ContactId("mine"), closed::add);

    one.tell(notice("other"), Map.of());
    assertThat(one.next(Duration.ZERO)).isEmpty();
    one.tell(Notice.ofMany(), Map.of());
    assertThat(one.next(Duration.ZERO)).contains(LiveEvent.ofMany());
    assertThat(one.wants(new PersonalEvent("me", "bulk", "1"))).isFalse();
  }

  @Test
  void agentIsToldOfContactsOfHisOwnAlone() throws InterruptedException {
    var own = new Visibility(Reach.OWN, Reach.OWN, "jdoe");
    var mine = new Subscription("me", own, null, closed::add);

    mine.tell(notice("other"), Map.of("other", "asmith"));
    mine.tell(notice("unanswered"), Map.of());
    assertThat(mine.next(Duration.ZERO)).isEmpty();
    mine.tell(notice("own"), Map.of("own", "jdoe"));
    assertThat(mine.next(Duration.ZERO))
        .contains(new LiveEvent("contact", new Notice.Changed("own", "state")));
  }

  @Test
  void personalEventIsForItsOwnerAlone() {
    var mine = new Subscription("me", Visibility.EVERYTHING, null, closed::add);

    assertThat(mine.wants(new PersonalEvent("me", "bulk", "1"))).isTrue();
    assertThat(mine.wants(new PersonalEvent("you", "bulk", "1"))).isFalse();
  }

  @Test
  void closedOneIsGivenBackAndSaysNothingMore() throws InterruptedException {
    var open = new Subscription("me", Visibility.EVERYTHING, null, closed::add);
    open.tell(notice("c"), Map.of());
    open.close();

    assertThat(closed).containsExactly(open);
    assertThat(open.isOpen()).isFalse();
    assertThat(open.next(Duration.ofDays(1))).isEmpty();
  }

  private static Notice notice(String contact) {
    return new Notice(List.of(new Notice.Changed(contact, "state")), false, List.of());
  }
}

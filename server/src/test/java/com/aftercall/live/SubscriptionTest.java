package com.aftercall.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.ContactId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

  private final List<Subscription> closed = new ArrayList<>();

  @Test
  void slowReaderIsToldThatMuchChangedInsteadOfEachChange() throws InterruptedException {
    var slow = new Subscription("me", null, closed::add);
    for (var i = 0; i < 201; i++) {
      slow.tell(notice("c" + i));
    }

    assertThat(slow.next(Duration.ZERO)).contains(LiveEvent.ofMany());
    assertThat(slow.next(Duration.ZERO)).isEmpty();
  }

  @Test
  void twoHundredEventsWait() throws InterruptedException {
    var slow = new Subscription("me", null, closed::add);
    for (var i = 0; i < 200; i++) {
      slow.tell(notice("c" + i));
    }

    assertThat(slow.next(Duration.ZERO))
        .contains(new LiveEvent("contact", new Notice.Changed("c0", "state")));
  }

  @Test
  void readerOfOneContactIsToldOfManyAndOfNoOtherAndNothingPersonal() throws InterruptedException {
    var one = new Subscription("me", new ContactId("mine"), closed::add);

    one.tell(notice("other"));
    assertThat(one.next(Duration.ZERO)).isEmpty();
    one.tell(Notice.ofMany());
    assertThat(one.next(Duration.ZERO)).contains(LiveEvent.ofMany());
    assertThat(one.wants(new PersonalEvent("me", "bulk", "1"))).isFalse();
  }

  @Test
  void personalEventIsForItsOwnerAlone() {
    var mine = new Subscription("me", null, closed::add);

    assertThat(mine.wants(new PersonalEvent("me", "bulk", "1"))).isTrue();
    assertThat(mine.wants(new PersonalEvent("you", "bulk", "1"))).isFalse();
  }

  @Test
  void closedOneIsGivenBackAndSaysNothingMore() throws InterruptedException {
    var open = new Subscription("me", null, closed::add);
    open.tell(notice("c"));
    open.close();

    assertThat(closed).containsExactly(open);
    assertThat(open.isOpen()).isFalse();
    assertThat(open.next(Duration.ofDays(1))).isEmpty();
  }

  private static Notice notice(String contact) {
    return new Notice(List.of(new Notice.Changed(contact, "state")), false, List.of());
  }
}

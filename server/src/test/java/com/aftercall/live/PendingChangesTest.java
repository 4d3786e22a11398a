package com.aftercall.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.ContactChanged;
import com.aftercall.contact.ContactId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PendingChangesTest {

  private final PendingChanges pending = new PendingChanges();

  @Test
  void sameChangeOfTheSameContactIsToldOnce() {
    pending.add(change("a", ContactChanged.Change.STEPS));
    pending.add(change("a", ContactChanged.Change.STEPS));
    pending.add(change("a", ContactChanged.Change.STATE));

    var notice = pending.take();

    assertThat(notice.changes())
        .containsExactly(new Notice.Changed("a", "steps"), new Notice.Changed("a", "state"));
    assertThat(notice.many()).isFalse();
    assertThat(pending.take().changes()).isEmpty();
  }

  @Test
  void fortyChangesAreNamedAndFortyOneAreNot() {
    IntStream.range(0, 40).forEach(i -> pending.add(change("c" + i, ContactChanged.Change.STATE)));
    assertThat(pending.take().changes()).hasSize(40);

    IntStream.range(0, 41).forEach(i -> pending.add(change("c" + i, ContactChanged.Change.STATE)));
    assertThat(pending.take()).isEqualTo(Notice.ofMany());
  }

  @Test
  void afterManyTheNextChangesAreNamedAgain() {
    IntStream.range(0, 99).forEach(i -> pending.add(change("c" + i, ContactChanged.Change.STATE)));
    pending.take();
    pending.add(change("d", ContactChanged.Change.STATE));

    assertThat(pending.take().changes()).containsExactly(new Notice.Changed("d", "state"));
  }

  @Test
  void whatCouldNotBeToldIsToldAsManyAndKeepsItsPersonalEvents() {
    var personal = new PersonalEvent("me", "bulk", "1");
    pending.add(change("a", ContactChanged.Change.STATE));
    pending.add(personal);
    pending.putBack(pending.take());

    var again = pending.take();

    assertThat(again.many()).isTrue();
    assertThat(again.changes()).isEmpty();
    assertThat(again.personal()).containsExactly(personal);
  }

  private static ContactChanged change(String id, ContactChanged.Change change) {
    return new ContactChanged(new ContactId(id), change);
  }
}

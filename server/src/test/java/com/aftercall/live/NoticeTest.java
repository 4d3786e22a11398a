package com.aftercall.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticeTest {

  @Test
  void payloadIsReadAsItWasWritten() {
    var notice =
        new Notice(
            List.of(new Notice.Changed("näme \"x\"", "state")),
            false,
            List.of(new PersonalEvent("me", "bulk", "17")));

    assertThat(Notice.ofPayload(notice.toPayload())).isEqualTo(notice);
  }

  @Test
  void contactsWithLongIdsAreNotNamedWhenTheyDoNotFit() {
    var personal = List.of(new PersonalEvent("me", "bulk", "17"));
    var changes =
        IntStream.range(0, 40)
            .mapToObj(i -> new Notice.Changed("ö".repeat(250) + i, "state"))
            .toList();

    var payload = new Notice(changes, false, personal).toPayload();

    assertThat(payload.getBytes(StandardCharsets.UTF_8).length).isLessThan(8_000);
    assertThat(Notice.ofPayload(payload)).isEqualTo(new Notice(List.of(), true, personal));
  }
}

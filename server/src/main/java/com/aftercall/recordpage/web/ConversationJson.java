package com.aftercall.recordpage.web;

import com.aftercall.analysis.Conversation;
import com.aftercall.analysis.Interruption;
import com.aftercall.analysis.Silence;
import com.aftercall.analysis.TalkFigures;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The shape {@code Conversation} of {@code openapi.yaml}; milliseconds are rounded down. */
record ConversationJson(
    Side customer,
    Side agent,
    long overlapMillis,
    long silenceMillis,
    double silenceShare,
    long longestSilenceMillis,
    List<InterruptionJson> interruptions,
    List<SilenceJson> silences) {

  static ConversationJson of(Conversation conversation) {
    return new ConversationJson(
        Side.of(conversation.customer()),
        Side.of(conversation.agent()),
        conversation.overlap().toMillis(),
        conversation.silence().toMillis(),
        conversation.silenceShare(),
        conversation.longestSilence().toMillis(),
        conversation.interruptions().stream().map(InterruptionJson::of).toList(),
        conversation.silences().stream().map(SilenceJson::of).toList());
  }

  record Side(
      long talkMillis,
      double talkShare,
      int words,
      @Nullable Double wordsPerMinute,
      int turns,
      long longestMonologueMillis,
      int interruptions) {

    static Side of(TalkFigures figures) {
      return new Side(
          figures.talk().toMillis(),
          figures.talkShare(),
          figures.words(),
          figures.wordsPerMinute(),
          figures.turns(),
          figures.longestMonologue().toMillis(),
          figures.interruptions());
    }
  }

  record InterruptionJson(int turn, String by, long beginMillis, long endMillis) {

    static InterruptionJson of(Interruption interruption) {
      return new InterruptionJson(
          interruption.turn(),
          interruption.by().name().toLowerCase(Locale.ROOT),
          interruption.begin().toMillis(),
          interruption.end().toMillis());
    }
  }

  record SilenceJson(long beginMillis, long endMillis, boolean hold) {

    static SilenceJson of(Silence silence) {
      return new SilenceJson(silence.begin().toMillis(), silence.end().toMillis(), silence.hold());
    }
  }
}

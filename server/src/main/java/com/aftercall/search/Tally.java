package com.aftercall.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one group of contacts; the means are null where no contact has the figure.
 *
 * @param contacts how many
 * @param failed of them
 * @param positive whose customer's sentiment is so
 * @param negative likewise
 * @param neutral likewise
 * @param mixed likewise
 * @param meanDurationMillis of their recordings
 * @param meanAgentTalkShare [0, 1]
 * @param meanSilenceShare [0, 1]
 */
public record Tally(
    long contacts,
    long failed,
    long positive,
    long negative,
    long neutral,
    long mixed,
    @Nullable Double meanDurationMillis,
    @Nullable Double meanAgentTalkShare,
    @Nullable Double meanSilenceShare) {

  static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, null, null, null);

  /** The columns that {@link #of} reads. */
  static final String COLUMNS =
      """
      count(*) as contacts, count(*) filter (where state = 'failed') as failed,
      count(*) filter (where sentiment = 'POSITIVE') as positive,
      count(*) filter (where sentiment = 'NEGATIVE') as negative,
      count(*) filter (where sentiment = 'NEUTRAL') as neutral,
      count(*) filter (where sentiment = 'MIXED') as mixed,
      cast(avg(duration_millis) as double precision) as duration,
      avg(agent_talk_share) as agent_talk, avg(silence_share) as silence
      """;

  static Tally of(ResultSet row) throws SQLException {
    return new Tally(
        row.getLong("contacts"),
        row.getLong("failed"),
        row.getLong("positive"),
        row.getLong("negative"),
        row.getLong("neutral"),
        row.getLong("mixed"),
        (Double) row.getObject("duration"),
        (Double) row.getObject("agent_talk"),
        (Double) row.getObject("silence"));
  }
}

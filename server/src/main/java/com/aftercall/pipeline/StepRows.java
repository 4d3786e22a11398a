package com.aftercall.pipeline;

import com.aftercall.contact.ContactChanged;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.ContactPlan;
import com.aftercall.contact.Feature;
import com.aftercall.recordpage.Step;
import com.aftercall.recordpage.Timelines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The step table. */
@Repository
class StepRows implements Timelines {

  private static final String STORE =
      """
      insert into step_run (contact_id, step, state, input, attempts, first_tried_at, started_at,
          ended_at, next_at, progress, code, message, node)
      values (:contact, :step, :state, :input, :attempts, :first, :started, :ended, :next, :progress,
          :code, :message, :node)
      on conflict (contact_id, step) do update set state = excluded.state, input = excluded.input,
          attempts = excluded.attempts, first_tried_at = excluded.first_tried_at,
          started_at = excluded.started_at, ended_at = excluded.ended_at,
          next_at = excluded.next_at, progress = excluded.progress, code = excluded.code,
          message = excluded.message, node = excluded.node
      """;

  /** A plan that an earlier version stored lacks what came later; that was not asked for then. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher onlookers;

  StepRows(JdbcClient jdbc, ApplicationEventPublisher onlookers) {
    this.jdbc = jdbc;
    this.onlookers = onlookers;
  }

  Map<Feature, StepRow> find(ContactId contact) {
    var rows = new EnumMap<Feature, StepRow>(Feature.class);
    jdbc.sql("select * from step_run where contact_id = ?")
        .param(contact.value())
        .query(StepRows::row)
        .list()
        .forEach(row -> rows.put(row.feature(), row));
    return rows;
  }

  void store(ContactId contact, StepRow row) {
    jdbc.sql(STORE)
        .param("contact", contact.value())
        .param("step", row.feature().label())
        .param("state", row.state().label())
        .param("input", row.input())
        .param("attempts", row.attempts())
        .param("first", timestamp(row.firstTriedAt()))
        .param("started", timestamp(row.startedAt()))
        .param("ended", timestamp(row.endedAt()))
        .param("next", timestamp(row.nextAt()))
        .param("progress", row.progress())
        .param("code", row.code())
        .param("message", row.message())
        .param("node", Node.NAME)
        .update();
    tell(contact);
  }

  void storeProgress(ContactId contact, Feature feature, double progress) {
    jdbc.sql("update step_run set progress = ? where contact_id = ? and step = ?")
        .param(progress)
        .param(contact.value())
        .param(feature.label())
        .update();
    tell(contact);
  }

  void storePlan(ContactId contact, ContactPlan plan) {
    jdbc.sql("update contact set plan = ?::jsonb where contact_id = ?")
        .param(JSON.writeValueAsString(plan))
        .param(contact.value())
        .update();
  }

  /** Steps from this one on forget what they did; those that nobody asked for stay so. */
  void reset(ContactId contact, Feature from) {
    jdbc.sql(
            """
            update step_run set state = 'waiting', input = null, attempts = 0, first_tried_at = null,
                started_at = null, ended_at = null, next_at = null, progress = null, code = null,
                message = null
            where contact_id = ? and step = any(?) and state <> 'notRequested'
            """)
        .param(contact.value())
        .param(
            List.of(Feature.values()).stream()
                .filter(feature -> dependsOn(feature, from))
                .map(Feature::label)
                .toArray(String[]::new))
        .update();
    tell(contact);
  }

  private void tell(ContactId contact) {
    onlookers.publishEvent(new ContactChanged(contact, ContactChanged.Change.STEPS));
  }

  private static boolean dependsOn(Feature feature, Feature from) {
    return feature == from
        || Prerequisites.of(feature).filter(before -> dependsOn(before, from)).isPresent();
  }

  @Override
  public List<Step> steps(ContactId contact) {
    return find(contact).values().stream().map(StepRows::step).toList();
  }

  @Override
  public Optional<ContactPlan> plan(ContactId contact) {
    return jdbc.sql("select plan from contact where contact_id = ? and plan is not null")
        .param(contact.value())
        .query(String.class)
        .optional()
        .flatMap(StepRows::plan);
  }

  /** Empty if it does not tell of all that is decided today; it is made anew then. */
  static Optional<ContactPlan> plan(String json) {
    try {
      return Optional.of(JSON.readValue(json, ContactPlan.class));
    } catch (DatabindException e) {
      return Optional.empty();
    }
  }

  private static Step step(StepRow row) {
    return new Step(
        row.feature(),
        row.state(),
        row.attempts(),
        row.startedAt(),
        row.endedAt(),
        row.progress(),
        row.message(),
        row.code(),
        next(row),
        row.nextAt());
  }

  private static @Nullable String next(StepRow row) {
    return switch (row.state()) {
      case WAITING ->
          row.nextAt() == null
              ? "It runs when the steps before it are done."
              : "It is tried again at the time given.";
      case RUNNING -> null;
      case COMPLETE, NOT_REQUESTED -> null;
      case FAILED -> "Nothing, until somebody runs it again.";
      case SKIPPED ->
          "Nothing, unless a newer contact record comes or a step before it is run again.";
    };
  }

  private static StepRow row(ResultSet row, int number) throws SQLException {
    var progress = row.getObject("progress");
    return new StepRow(
        Feature.ofLabel(row.getString("step")),
        Step.State.ofLabel(row.getString("state")),
        row.getString("input"),
        row.getInt("attempts"),
        instant(row, "first_tried_at"),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        instant(row, "next_at"),
        progress == null ? null : ((Number) progress).doubleValue(),
        row.getString("code"),
        row.getString("message"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}

package com.aftercall.pipeline;

import com.aftercall.contact.ContactId;
import com.aftercall.contact.ContactPlan;
import com.aftercall.contact.ContactState;
import com.aftercall.contact.Contacts;
import com.aftercall.contact.Decision;
import com.aftercall.contact.Feature;
import com.aftercall.failure.AftercallException;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.NotYet;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import com.aftercall.recordpage.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One passage of a contact through its steps. A step whose product is stored is not run again; one
 * that fails does not stop those that do not need it.
 */
final class Steps {

  private static final Logger log = LoggerFactory.getLogger(Steps.class);

  /** How often progress is written down at most. */
  private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(1);

  private final ContactId contact;
  private final ContactPlan plan;
  private final Map<Feature, StepRow> rows;
  private final StepRows table;
  private final Contacts contacts;
  private final RetryPolicy retries;
  private final InstantSource clock;
  private final BooleanSupplier stopping;

  private Steps(
      ContactId contact, ContactPlan plan, Map<Feature, StepRow> rows, PipelineTools tools) {
    this.contact = contact;
    this.plan = plan;
    this.rows = rows;
    this.table = tools.table();
    this.contacts = tools.contacts();
    this.retries = tools.retries();
    this.clock = tools.clock();
    this.stopping = tools.stopping();
  }

  /** Lays the plan over what earlier passages did. */
  static Steps begin(ContactId contact, ContactPlan plan, PipelineTools tools) {
    var steps = new Steps(contact, plan, tools.table().find(contact), tools);
    steps.table.storePlan(contact, plan);
    for (var feature : Feature.values()) {
      steps.lay(feature);
    }
    return steps;
  }

  private void lay(Feature feature) {
    var known = rows.get(feature);
    var decision = plan.decision(feature);
    if (decision.kind() == Decision.Kind.DO) {
      var input = input(feature);
      if (known == null || !input.equals(known.input()) || known.state() == Step.State.SKIPPED) {
        put(StepRow.waiting(feature, input));
      }
    } else if (known == null || known.state() != Step.State.COMPLETE) {
      var state =
          decision.kind() == Decision.Kind.NOT_REQUESTED
              ? Step.State.NOT_REQUESTED
              : Step.State.SKIPPED;
      put(StepRow.settled(feature, state, decision.reason()));
    }
  }

  /** What the product of a step depends on. */
  private String input(Feature feature) {
    var named = Objects.requireNonNullElse(plan.location(), "");
    var location = plan.requested().redactedImport() ? named + " redacted" : named;
    return switch (feature) {
      case RECORDING, WAVEFORM -> location;
      case TRANSCRIPT, SENTIMENT, KEY_PHRASES, DOMINANT_LANGUAGE, CUSTOM_ENTITIES, SYNTAX ->
          location + " " + plan.language() + (plan.contactLens() ? " contact-lens" : "");
      // What was written is compared with what would be, each time.
      case CONTACT_RECORD_PUBLICATION, PUBLICATION -> "";
    };
  }

  /** Runs a step if it has to be run now. */
  void run(Feature feature, StepAction action) {
    var row = row(feature);
    if (!row.isOpen() || isBlocked(feature) || isEarly(row)) {
      return;
    }
    var started = row.started(clock.instant());
    put(started);
    try {
      var result = action.perform(new Progress(feature));
      put(started.completed(clock.instant(), result));
    } catch (DataAccessException | TransactionException e) {
      // Without a database nothing can be noted either; the whole passage is tried again.
      throw e;
    } catch (NotYet e) {
      put(row.queued(e.until(), e.code().map(FailureCode::name).orElse(null), e.sentence()));
    } catch (PermanentException e) {
      giveUp(started, e);
    } catch (RetryableException e) {
      tryAgain(started, e);
    } catch (RuntimeException e) {
      log.error(
          "Step {} of contact {} failed for a reason nobody foresaw", feature.label(), contact, e);
      tryAgain(
          started,
          new RetryableException(
              FailureCode.UNEXPECTED,
              "a fault of the server (%s); its log says more"
                  .formatted(e.getClass().getSimpleName()),
              e));
    }
  }

  /** Whether every step that is no publication has ended, well or not. */
  boolean areOthersSettled() {
    return rows.values().stream().noneMatch(row -> row.isOpen() && !row.feature().isPublication());
  }

  /** Whether a step was run to its end or given up. */
  boolean isSettled(Feature feature) {
    return !row(feature).isOpen();
  }

  /** Whether a step was given up. */
  boolean isFailed(Feature feature) {
    return row(feature).state() == Step.State.FAILED;
  }

  /** Makes a step that has ended run once more. */
  void reopen(Feature feature) {
    put(StepRow.waiting(feature, input(feature)));
  }

  /** A step can wait for one before it, and has to be skipped if that one has no product. */
  private boolean isBlocked(Feature feature) {
    var before = Prerequisites.of(feature, plan).filter(plan::does);
    if (before.isEmpty() || row(before.get()).state() == Step.State.COMPLETE) {
      return false;
    }
    var blocker = row(before.get());
    if (!blocker.isOpen()) {
      put(
          row(feature)
              .skipped(
                  "Step %s has no result: %s".formatted(before.get().label(), blocker.message())));
    }
    return true;
  }

  private boolean isEarly(StepRow row) {
    return row.nextAt() != null && row.nextAt().isAfter(clock.instant());
  }

  private void giveUp(StepRow started, AftercallException e) {
    log.warn(
        "Step {} of contact {} failed after {} attempts with {}; it waits for somebody to run it again",
        started.feature().label(),
        contact,
        started.attempts(),
        e.code());
    put(started.failed(clock.instant(), e.code().name(), e.sentence()));
  }

  private void tryAgain(StepRow started, RetryableException e) {
    if (e.code() == FailureCode.INTERRUPTED) {
      put(started.interrupted());
      throw e;
    }
    var now = clock.instant();
    var first = Objects.requireNonNullElse(started.firstTriedAt(), now);
    var next = retries.next(e.code(), started.attempts(), first, now);
    if (next.isEmpty()) {
      giveUp(started, e);
      return;
    }
    log.info(
        "Step {} of contact {} failed with {}; attempt {} follows at {}",
        started.feature().label(),
        contact,
        e.code(),
        started.attempts() + 1,
        next.get());
    put(started.postponed(now, next.get(), e.code().name(), e.sentence()));
  }

  /**
   * Says how far the contact is.
   *
   * @return when it goes on, or empty if there is nothing more to do
   */
  Optional<Instant> finish() {
    var next =
        rows.values().stream()
            .filter(StepRow::isOpen)
            .map(row -> Objects.requireNonNullElse(row.nextAt(), Instant.MAX))
            .min(Comparator.naturalOrder());
    var failed = rows.values().stream().filter(row -> row.state() == Step.State.FAILED).findFirst();
    if (next.isPresent()) {
      contacts.setState(contact, ContactState.WAITING, waitingReason());
    } else if (failed.isPresent()) {
      contacts.setState(contact, ContactState.FAILED, failed.get().message());
    } else if (plan.complaint().isPresent()) {
      contacts.setState(contact, ContactState.FAILED, plan.complaint().get());
    } else {
      contacts.setState(contact, ContactState.COMPLETE, null);
    }
    return next;
  }

  private @Nullable String waitingReason() {
    return rows.values().stream()
        .filter(row -> row.isOpen() && row.message() != null)
        .findFirst()
        .map(StepRow::message)
        .orElse(null);
  }

  private StepRow row(Feature feature) {
    var row = rows.get(feature);
    if (row == null) {
      throw new IllegalStateException("step %s was not laid".formatted(feature));
    }
    return row;
  }

  private void put(StepRow row) {
    rows.put(row.feature(), row);
    table.store(contact, row);
  }

  /** Writes progress down now and then, and stops the work when the server stops. */
  private final class Progress implements DoubleConsumer {

    private final Feature feature;
    private Instant lastStored = Instant.MIN;

    Progress(Feature feature) {
      this.feature = feature;
    }

    @Override
    public void accept(double progress) {
      if (stopping.getAsBoolean() || Thread.currentThread().isInterrupted()) {
        throw new RetryableException(FailureCode.INTERRUPTED, "the server is stopping");
      }
      var now = clock.instant();
      if (lastStored.plus(PROGRESS_INTERVAL).isBefore(now)) {
        lastStored = now;
        table.storeProgress(contact, feature, Math.clamp(progress, 0, 1));
      }
    }
  }
}

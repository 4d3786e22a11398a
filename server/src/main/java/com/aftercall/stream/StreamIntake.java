package com.aftercall.stream;

import com.aftercall.contact.ContactIntake;
import com.aftercall.contact.IntakeResult;
import com.aftercall.contact.IntakeResult.Rejection;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes what streams deliver. When a method here returns, each delivery is committed as a contact
 * record or set aside as a rejected one; only then may it be noted as read.
 */
@Component
public class StreamIntake {

  private static final Logger log = LoggerFactory.getLogger(StreamIntake.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final ContactIntake intake;
  private final RejectedRecords rejectedRecords;

  StreamIntake(ContactIntake intake, RejectedRecords rejectedRecords) {
    this.intake = intake;
    this.rejectedRecords = rejectedRecords;
  }

  /**
   * Takes deliveries, and waits while the database is away.
   *
   * @param stopping is counted down when the caller shall not wait any longer
   * @return false if it was stopped first; then nothing may be noted as read
   */
  public boolean takePatiently(String stream, List<Delivery> deliveries, CountDownLatch stopping) {
    var wait = FIRST_WAIT;
    while (true) {
      try {
        take(stream, deliveries);
        return true;
      } catch (RetryableException e) {
        log.warn(
            "{} records of {} wait ({}); they are tried again in {} ms",
            deliveries.size(),
            stream,
            e.getMessage(),
            wait.toMillis());
      }
      try {
        if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
          return false;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    }
  }

  /**
   * Takes deliveries at once.
   *
   * @throws RetryableException with {@code DATABASE_UNAVAILABLE}; a part of them may be committed
   */
  public Taken take(String stream, List<Delivery> deliveries) {
    if (deliveries.isEmpty()) {
      return Taken.NONE;
    }
    var result = commit(deliveries);
    var reasons = new TreeMap<Integer, String>();
    for (var rejection : result.rejected()) {
      reasons.merge(rejection.index(), rejection.reason(), (one, other) -> one + "; " + other);
    }
    try {
      reasons.forEach(
          (index, reason) -> rejectedRecords.keep(stream, deliveries.get(index), reason));
    } catch (DataAccessException | TransactionException e) {
      throw unavailable(e);
    }
    if (!reasons.isEmpty()) {
      log.warn(
          "{} of {} records of {} were set aside; GET /api/v1/rejected-records says why",
          reasons.size(),
          deliveries.size(),
          stream);
    }
    return new Taken(result.accepted(), result.redelivered(), reasons.size());
  }

  private IntakeResult commit(List<Delivery> deliveries) {
    try {
      return accept(deliveries);
    } catch (RuntimeException e) {
      refuseOutage(e);
      return oneByOne(deliveries);
    }
  }

  /** One of them breaks the batch: the others must not suffer for it. */
  private IntakeResult oneByOne(List<Delivery> deliveries) {
    var rejections = new ArrayList<Rejection>();
    var accepted = 0;
    var redelivered = 0;
    for (var i = 0; i < deliveries.size(); i++) {
      try {
        var result = accept(deliveries.subList(i, i + 1));
        accepted += result.accepted();
        redelivered += result.redelivered();
        for (var rejection : result.rejected()) {
          rejections.add(new Rejection(i, rejection.reason()));
        }
      } catch (RuntimeException e) {
        refuseOutage(e);
        rejections.add(
            new Rejection(
                i, "it cannot be stored (%s)".formatted(rootOf(e).getClass().getSimpleName())));
      }
    }
    return new IntakeResult(accepted, redelivered, rejections);
  }

  private IntakeResult accept(List<Delivery> deliveries) {
    return intake.accept(deliveries.stream().map(Delivery::content).toList());
  }

  private static void refuseOutage(RuntimeException e) {
    if ((e instanceof DataAccessException || e instanceof TransactionException)
        && !isAboutTheValues(rootOf(e))) {
      throw unavailable(e);
    }
  }

  /**
   * SQL states 22 and 23 are data exceptions and broken constraints: SQL:2011, part 2, table 38.
   */
  private static boolean isAboutTheValues(Throwable root) {
    return root instanceof SQLException sql
        && sql.getSQLState() != null
        && sql.getSQLState().matches("2[23].*");
  }

  private static Throwable rootOf(Throwable e) {
    return NestedExceptionUtils.getMostSpecificCause(e);
  }

  private static RetryableException unavailable(RuntimeException e) {
    return new RetryableException(
        FailureCode.DATABASE_UNAVAILABLE,
        "the database did not take them: " + rootOf(e).getClass().getSimpleName(),
        e);
  }
}

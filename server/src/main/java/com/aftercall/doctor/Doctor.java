package com.aftercall.doctor;

import com.aftercall.doctor.Finding.Verdict;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Runs the checks of all modules when somebody asks. */
@Component
public class Doctor {

  private static final Logger log = LoggerFactory.getLogger(Doctor.class);

  /** Long enough for a service that is tried three times, short enough to wait for. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Leaves most connections of the pool to those who work. */
  private static final int AT_A_TIME = 8;

  private final List<Check> checks;
  private final List<UserCheck> userChecks;
  private final Duration limit;
  private final Semaphore places = new Semaphore(AT_A_TIME);

  @Autowired
  Doctor(ObjectProvider<Check> checks, ObjectProvider<UserCheck> userChecks) {
    this(checks.stream().toList(), userChecks.stream().toList(), LIMIT);
  }

  Doctor(List<Check> checks, List<UserCheck> userChecks, Duration limit) {
    this.userChecks = userChecks.stream().sorted(Comparator.comparing(UserCheck::id)).toList();
    this.checks = checks.stream().sorted(Comparator.comparing(Check::id)).toList();
    this.limit = limit;
  }

  /** All checks, by their ids. */
  public List<Check> checks() {
    return checks;
  }

  /**
   * Runs checks at the same time and waits for the last one; several callers share the places.
   *
   * @param ids of those to run; empty: all
   * @return by their ids; nothing for an id that no check has
   */
  public List<Diagnosis> run(Collection<String> ids) {
    return runAll(
        checks.stream().filter(check -> ids.isEmpty() || ids.contains(check.id())).toList());
  }

  /**
   * Runs the checks of one user, and no others.
   *
   * @param userName what the user signs in with
   */
  public List<Diagnosis> runFor(String userName) {
    return runAll(userChecks.stream().map(check -> (Check) new OfUser(check, userName)).toList());
  }

  private record OfUser(UserCheck check, String userName) implements Check {

    @Override
    public String id() {
      return check.id();
    }

    @Override
    public String title() {
      return check.title();
    }

    @Override
    public Finding run() {
      return check.run(userName);
    }
  }

  private List<Diagnosis> runAll(List<Check> some) {
    return some.stream()
        .map(check -> CompletableFuture.supplyAsync(() -> diagnose(check), Doctor::begin))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  /** The worst of what was found; what is not used counts as well. */
  public static Verdict worst(Collection<Diagnosis> diagnoses) {
    return diagnoses.stream()
        .map(diagnosis -> diagnosis.finding().verdict())
        .filter(verdict -> verdict != Verdict.NOT_USED)
        .max(Comparator.naturalOrder())
        .orElse(Verdict.OK);
  }

  private static void begin(Runnable work) {
    Thread.ofVirtual().name("doctor").start(work);
  }

  private Diagnosis diagnose(Check check) {
    places.acquireUninterruptibly();
    var begin = System.nanoTime();
    try {
      var finding = look(check);
      return new Diagnosis(
          check.id(), check.title(), finding, Duration.ofNanos(System.nanoTime() - begin));
    } finally {
      places.release();
    }
  }

  private Finding look(Check check) {
    var task = new FutureTask<>(check::run);
    begin(task);
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      return Finding.failed(
          "This check.",
          "It had not ended after %d seconds and was broken off.".formatted(limit.toSeconds()),
          "See whether what it looks at answers at all, then run it again.");
    } catch (ExecutionException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      log.warn("The check {} broke off; nothing is known of what it looks at", check.id(), cause);
      return Finding.failed(
          "This check.",
          "It broke off with %s.".formatted(cause.getClass().getSimpleName()),
          "The server's log has the place; run it again.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the server stops", e);
    }
  }
}

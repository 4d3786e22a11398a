package com.aftercall.live.web;

import com.aftercall.access.Caller;
import com.aftercall.access.Callers;
import com.aftercall.contact.ContactId;
import com.aftercall.live.LiveEvent;
import com.aftercall.live.Subscription;
import com.aftercall.live.Subscriptions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** {@code GET /api/v1/events}. */
@RestController
class EventController {

  /** Proxies end connections that are silent for longer, many after half a minute. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** Many changes come within a second; looking up what a caller may do takes several queries. */
  private static final Duration RIGHTS_HOLD = Duration.ofSeconds(1);

  /** So that a connection that a balancer put on a busy node does not stay there for days. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final long COME_BACK_MILLIS = 2_000;

  private final Subscriptions subscriptions;
  private final Callers callers;
  private final InstantSource clock;

  EventController(Subscriptions subscriptions, Callers callers, InstantSource clock) {
    this.subscriptions = subscriptions;
    this.callers = callers;
    this.clock = clock;
  }

  @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(
      Caller caller,
      @RequestParam(required = false) @Nullable ContactId contactId,
      HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    // nginx would keep events back until a buffer is full.
    response.setHeader("X-Accel-Buffering", "no");
    var emitter = new SseEmitter(0L);
    var subscription = subscriptions.open(caller, contactId);
    emitter.onCompletion(subscription::close);
    emitter.onError(e -> subscription.close());
    var until = clock.instant().plus(LONGEST);
    Thread.ofVirtual().name("events").start(() -> stream(caller, subscription, emitter, until));
    return emitter;
  }

  private void stream(Caller caller, Subscription subscription, SseEmitter emitter, Instant until) {
    try (subscription) {
      emitter.send(SseEmitter.event().comment("connected").reconnectTime(COME_BACK_MILLIS));
      var checked = clock.instant();
      while (subscription.isOpen() && clock.instant().isBefore(until)) {
        var event = subscription.next(HEARTBEAT);
        var now = clock.instant();
        if (now.isAfter(checked.plus(RIGHTS_HOLD))) {
          if (!seesTheSame(caller)) {
            break;
          }
          checked = now;
        }
        if (subscription.isOpen()) {
          emitter.send(line(event));
        }
      }
      emitter.complete();
    } catch (DataAccessException e) {
      // Nobody knows what the caller may see now; he comes back and asks.
      emitter.complete();
    } catch (IOException | IllegalStateException e) {
      // The caller has left; the servlet container ends the request.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * False if the sign-in has ended or other contacts are shown now: the caller comes back and is
   * let in with what he may see then, or not at all.
   */
  private boolean seesTheSame(Caller caller) {
    return callers
        .find(caller.signIn())
        .filter(now -> now.visibility().equals(caller.visibility()))
        .isPresent();
  }

  private static SseEmitter.SseEventBuilder line(Optional<LiveEvent> event) {
    return event
        .map(
            told ->
                SseEmitter.event().name(told.name()).data(told.body(), MediaType.APPLICATION_JSON))
        .orElseGet(() -> SseEmitter.event().comment("still here"));
  }
}

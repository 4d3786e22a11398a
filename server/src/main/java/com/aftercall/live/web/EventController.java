package com.aftercall.live.web;

import com.aftercall.access.Caller;
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

  /** Then the caller comes back and shows his token again, which may be revoked by now. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final long COME_BACK_MILLIS = 2_000;

  private final Subscriptions subscriptions;
  private final InstantSource clock;

  EventController(Subscriptions subscriptions, InstantSource clock) {
    this.subscriptions = subscriptions;
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
    Thread.ofVirtual().name("events").start(() -> stream(subscription, emitter, until));
    return emitter;
  }

  private void stream(Subscription subscription, SseEmitter emitter, Instant until) {
    try (subscription) {
      emitter.send(SseEmitter.event().comment("connected").reconnectTime(COME_BACK_MILLIS));
      while (subscription.isOpen() && clock.instant().isBefore(until)) {
        var event = subscription.next(HEARTBEAT);
        if (subscription.isOpen()) {
          emitter.send(line(event));
        }
      }
      emitter.complete();
    } catch (IOException | IllegalStateException e) {
      // The caller has left; the servlet container ends the request.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static SseEmitter.SseEventBuilder line(Optional<LiveEvent> event) {
    return event
        .map(
            told ->
                SseEmitter.event().name(told.name()).data(told.body(), MediaType.APPLICATION_JSON))
        .orElseGet(() -> SseEmitter.event().comment("still here"));
  }
}

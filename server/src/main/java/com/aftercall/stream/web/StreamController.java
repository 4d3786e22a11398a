package com.aftercall.stream.web;

import com.aftercall.stream.Streams;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/streams}. */
@RestController
class StreamController {

  private final Streams streams;

  StreamController(Streams streams) {
    this.streams = streams;
  }

  @GetMapping("/api/v1/streams")
  Map<String, List<Streams.Report>> list() {
    return Map.of("items", streams.report());
  }
}

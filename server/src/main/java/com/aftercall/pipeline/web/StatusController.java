package com.aftercall.pipeline.web;

import com.aftercall.access.Caller;
import com.aftercall.pipeline.ServerStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/status}. */
@RestController
class StatusController {

  private final ServerStatus status;

  StatusController(ServerStatus status) {
    this.status = status;
  }

  @GetMapping("/api/v1/status")
  ServerStatus.Report status(Caller caller) {
    return status.report(caller.visibility());
  }
}

package com.aftercall.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Problem details (RFC 9457) from places where no controller is yet reached. */
final class Problems {

  private Problems() {}

  static void write(HttpServletResponse response, HttpStatus status, String title, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    JsonMapper.shared()
        .writeValue(
            response.getOutputStream(),
            java.util.Map.of("title", title, "status", status.value(), "detail", detail));
  }

  static void databaseDown(HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", "5");
    write(
        response,
        HttpStatus.SERVICE_UNAVAILABLE,
        "The database does not answer",
        "Nothing was changed. Try again in a moment.");
  }
}

package com.aftercall.playback.web;

import com.aftercall.failure.AftercallException;
import com.aftercall.failure.PermanentException;
import com.aftercall.failure.RetryableException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Answers in the shapes of AWS Lambda's Invoke (API version 2015-03-31). */
final class LambdaAnswer {

  private static final JsonMapper JSON = JsonMapper.shared();

  private LambdaAnswer() {}

  /** What the function returned, as JSON. */
  static ResponseEntity<byte[]> result(@Nullable String value) {
    return with(HttpStatus.OK).body(JSON.writeValueAsBytes(value));
  }

  /** A dry run that would have been allowed. */
  static ResponseEntity<byte[]> nothing() {
    return with(HttpStatus.NO_CONTENT).build();
  }

  /** The call was not let through to the function. */
  static ResponseEntity<byte[]> refusal(HttpStatus status, String type, String message) {
    return with(status)
        .header("x-amzn-ErrorType", type)
        .body(JSON.writeValueAsBytes(Map.of("Type", "User", "message", message)));
  }

  /** The function itself failed: a fault that stays is told as a result, as Lambda does. */
  static ResponseEntity<byte[]> failure(AftercallException e) {
    return switch (e) {
      case RetryableException later ->
          with(HttpStatus.SERVICE_UNAVAILABLE)
              .header("x-amzn-ErrorType", "ServiceException")
              .body(JSON.writeValueAsBytes(Map.of("Type", "Service", "message", e.sentence())));
      case PermanentException broken ->
          with(HttpStatus.OK)
              .header("X-Amz-Function-Error", "Unhandled")
              .body(
                  JSON.writeValueAsBytes(
                      Map.of("errorMessage", e.sentence(), "errorType", e.code().name())));
    };
  }

  private static ResponseEntity.BodyBuilder with(HttpStatus status) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .header("x-amzn-RequestId", UUID.randomUUID().toString())
        .header("X-Amz-Executed-Version", "$LATEST");
  }
}

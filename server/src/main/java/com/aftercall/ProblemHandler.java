package com.aftercall;

import com.aftercall.failure.AftercallException;
import com.aftercall.failure.FailureCode;
import com.aftercall.search.InvalidQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error as a problem detail (RFC 9457), without anything private in it. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> known(AftercallException e) {
    var problem = ProblemDetail.forStatusAndDetail(status(e.code()), e.sentence());
    problem.setProperty("code", e.code().name());
    return ResponseEntity.of(problem).build();
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalid(InvalidQuery e) {
    return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.sentence()))
        .build();
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<ProblemDetail> database(Exception e) {
    // The class alone: messages of the driver may quote what was to be stored.
    log.error("The database failed a request: {}", e.getClass().getSimpleName());
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The database did not take this. What was not confirmed is not stored; send it again.");
    problem.setTitle("The database does not answer");
    problem.setProperty("code", FailureCode.DATABASE_UNAVAILABLE.name());
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unexpected(RuntimeException e) {
    log.error("A request failed for a reason nobody foresaw", e);
    return ResponseEntity.of(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "This is a fault of the server. Its log says more."))
        .build();
  }

  private static HttpStatus status(FailureCode code) {
    return switch (code) {
      case RECORDING_NOT_FOUND, CONTACT_LENS_NOT_FOUND, RECORDING_EMPTY, ENGINE_MISSING ->
          HttpStatus.NOT_FOUND;
      case STORAGE_FULL -> HttpStatus.INSUFFICIENT_STORAGE;
      case STORAGE_UNAVAILABLE,
          STORAGE_DENIED,
          DATABASE_UNAVAILABLE,
          CREDENTIALS_UNAVAILABLE,
          SALESFORCE_UNAVAILABLE,
          SALESFORCE_LIMIT_REACHED,
          AWS_UNAVAILABLE,
          STREAM_UNAVAILABLE,
          INTERRUPTED ->
          HttpStatus.SERVICE_UNAVAILABLE;
      case RECORDING_LOCATION_INVALID,
          RECORDING_UNREADABLE,
          RECORDING_FORMAT_UNSUPPORTED,
          LANGUAGE_UNKNOWN,
          LANGUAGE_NOT_SUPPORTED,
          TRANSCRIPT_UNREADABLE,
          MODEL_INVALID ->
          HttpStatus.UNPROCESSABLE_CONTENT;
      case NEEDS_EARLIER_STEP -> HttpStatus.CONFLICT;
      case CREDENTIALS_INVALID,
          SALESFORCE_LOGIN_REFUSED,
          SALESFORCE_SETUP_INCOMPLETE,
          SALESFORCE_REFUSED,
          AWS_REFUSED,
          ENGINE_FAILED,
          MODEL_DOWNLOAD_FAILED,
          UNEXPECTED ->
          HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }

  /** Says what is wrong with a value instead of which conversion failed, and does not quote it. */
  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    var cause = NestedExceptionUtils.getMostSpecificCause(e);
    var detail =
        "%s cannot be read%s."
            .formatted(
                e.getPropertyName(),
                cause instanceof IllegalArgumentException
                        && !(cause instanceof NumberFormatException)
                    ? ": " + cause.getMessage()
                    : "; it has to be a number");
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
    return handleExceptionInternal(e, problem, headers, HttpStatus.BAD_REQUEST, request);
  }
}

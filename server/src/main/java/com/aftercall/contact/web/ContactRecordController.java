package com.aftercall.contact.web;

import com.aftercall.contact.ContactIntake;
import com.aftercall.contact.IntakeResult;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.PushbackInputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/contact-records}. */
@RestController
class ContactRecordController {

  private final ContactIntake intake;

  ContactRecordController(ContactIntake intake) {
    this.intake = intake;
  }

  @PostMapping("/api/v1/contact-records")
  ResponseEntity<?> post(HttpServletRequest request) throws IOException {
    var body = new PushbackInputStream(request.getInputStream());
    var first = body.read();
    if (first < 0) {
      return problem(
          HttpStatus.BAD_REQUEST,
          "The body is empty",
          "Send one contact record, an array of them, or one a line.");
    }
    body.unread(first);
    var result = intake.accept(body);
    if (result.accepted() > 0) {
      return ResponseEntity.accepted().body(result);
    }
    return nothingAccepted(result);
  }

  private static ResponseEntity<?> nothingAccepted(IntakeResult result) {
    if (result.rejected().isEmpty()) {
      return problem(
          HttpStatus.BAD_REQUEST,
          "There is no contact record in the body",
          "Send one contact record, an array of them, or one a line.");
    }
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Record %d: %s."
                .formatted(
                    result.rejected().getFirst().index(), result.rejected().getFirst().reason()));
    problem.setTitle("No contact record could be taken");
    problem.setProperty("accepted", 0);
    problem.setProperty("rejected", result.rejected());
    return ResponseEntity.of(problem).build();
  }

  private static ResponseEntity<?> problem(HttpStatus status, String title, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(title);
    return ResponseEntity.of(problem).build();
  }
}

package com.aftercall.playback.web;

import com.aftercall.access.AccessKey;
import com.aftercall.access.AuditAction;
import com.aftercall.access.AuditEntry.Event;
import com.aftercall.access.AuditEntry.Result;
import com.aftercall.access.AuditEntry.Who;
import com.aftercall.access.AuditTrail;
import com.aftercall.access.Permission;
import com.aftercall.access.SignatureRefused;
import com.aftercall.access.SignedRequest;
import com.aftercall.access.SignedRequests;
import com.aftercall.contact.ContactId;
import com.aftercall.failure.AftercallException;
import com.aftercall.playback.RecordingLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as AWS Lambda does where the original had a function that makes links to recordings, so
 * that Salesforce's named credential for it works unchanged but for its host.
 */
@RestController
class InvocationController {

  private static final Logger log = LoggerFactory.getLogger(InvocationController.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PATH = "/2015-03-31/functions/{function}/invocations";

  /** An object key has 1,024 characters at most. */
  private static final int BODY_LIMIT_BYTES = 1 << 16;

  private final SignedRequests signatures;
  private final RecordingLinks links;
  private final AuditTrail trail;

  InvocationController(SignedRequests signatures, RecordingLinks links, AuditTrail trail) {
    this.signatures = signatures;
    this.links = links;
    this.trail = trail;
  }

  @PostMapping({PATH, PATH + "/"})
  ResponseEntity<byte[]> invoke(@PathVariable String function, HttpServletRequest request)
      throws IOException {
    var body = request.getInputStream().readNBytes(BODY_LIMIT_BYTES + 1);
    if (body.length > BODY_LIMIT_BYTES) {
      return LambdaAnswer.refusal(
          HttpStatus.CONTENT_TOO_LARGE,
          "RequestTooLargeException",
          "Request must be smaller than %d bytes.".formatted(BODY_LIMIT_BYTES));
    }
    try {
      var key = signatures.verify(signed(request, body), "lambda");
      return answer(function, request, body, key);
    } catch (SignatureRefused e) {
      return LambdaAnswer.refusal(HttpStatus.FORBIDDEN, e.type(), e.reason());
    } catch (AftercallException e) {
      log.error("A link to a recording could not be made. {}", e.sentence());
      return LambdaAnswer.failure(e);
    }
  }

  private ResponseEntity<byte[]> answer(
      String function, HttpServletRequest request, byte[] body, AccessKey key) {
    if (!links.isFunction(nameIn(function))) {
      return LambdaAnswer.refusal(
          HttpStatus.NOT_FOUND, "ResourceNotFoundException", "Function not found: " + function);
    }
    if (!key.may(Permission.LINK)) {
      note(key, Result.REFUSED, null, request);
      return denied(
          "This access key may not make links. An administrator can give it the permission 'link'.");
    }
    return switch (Objects.requireNonNullElse(
        request.getHeader("X-Amz-Invocation-Type"), "RequestResponse")) {
      case "RequestResponse" -> call(body, request, key);
      case "DryRun" -> LambdaAnswer.nothing();
      default ->
          LambdaAnswer.refusal(
              HttpStatus.BAD_REQUEST,
              "InvalidParameterValueException",
              "A link is made for whoever waits for it: RequestResponse or DryRun.");
    };
  }

  private ResponseEntity<byte[]> call(byte[] body, HttpServletRequest request, AccessKey key) {
    JsonNode event;
    try {
      event = JSON.readTree(body);
    } catch (JacksonException e) {
      return LambdaAnswer.refusal(
          HttpStatus.BAD_REQUEST,
          "InvalidRequestContentException",
          "Could not parse request body into json.");
    }
    var path = event.path("recordingPath").asStringOpt().orElse("");
    if (path.isEmpty() || path.equals("null")) {
      return LambdaAnswer.result(null);
    }
    var recording = links.find(path).orElse(null);
    if (recording == null) {
      note(key, Result.REFUSED, null, request);
      return denied("No contact known here has this recording, or its recording was not imported.");
    }
    var contact = recording.contact();
    if (!key.mayShare(recording.redacted())) {
      note(key, Result.REFUSED, contact, request);
      return denied(
          "This access key may not share this recording. An administrator can give it the permission '%s'."
              .formatted(key.may(Permission.LISTEN) ? "unredacted" : "listen"));
    }
    note(key, Result.DONE, contact, request);
    return LambdaAnswer.result(links.create(key, recording, Origin.of(request)).url());
  }

  private static ResponseEntity<byte[]> denied(String why) {
    return LambdaAnswer.refusal(HttpStatus.FORBIDDEN, "AccessDeniedException", why);
  }

  /** Before the link is made. */
  private void note(
      AccessKey key, Result result, @Nullable ContactId contact, HttpServletRequest request) {
    trail.add(
        new Event(
            new Who("accessKey", key.id(), key.name()),
            AuditAction.LINK,
            result,
            contact == null ? null : contact.value(),
            request.getRemoteAddr(),
            Map.of("operation", "invokeFunction")));
  }

  /** Plain, or as the last but one part of an ARN, with or without a version. */
  private static String nameIn(String function) {
    var marker = "function:";
    var place = function.indexOf(marker);
    var name = place < 0 ? function : function.substring(place + marker.length());
    return name.split(":", 2)[0];
  }

  private static SignedRequest signed(HttpServletRequest request, byte[] body) {
    Map<String, List<String>> headers = new HashMap<>();
    for (var name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    return new SignedRequest(
        request.getMethod(),
        request.getRequestURI(),
        Objects.requireNonNullElse(request.getQueryString(), ""),
        headers,
        body);
  }
}

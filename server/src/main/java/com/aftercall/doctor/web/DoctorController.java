package com.aftercall.doctor.web;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Diagnosis;
import com.aftercall.doctor.Doctor;
import com.aftercall.doctor.Finding.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/v1/doctor}. */
@RestController
class DoctorController {

  private final Doctor doctor;
  private final InstantSource clock;
  private final String version;

  DoctorController(
      Doctor doctor, InstantSource clock, @Value("${aftercall.version}") String version) {
    this.doctor = doctor;
    this.clock = clock;
    this.version = version;
  }

  record Report(String verdict, Instant at, String version, List<Shown> checks) {}

  record Shown(
      String id,
      String title,
      String verdict,
      String lookedAt,
      String found,
      @Nullable String cure,
      long millis) {

    static Shown of(Diagnosis diagnosis) {
      var finding = diagnosis.finding();
      return new Shown(
          diagnosis.id(),
          diagnosis.title(),
          label(finding.verdict()),
          finding.lookedAt(),
          finding.found(),
          finding.cure(),
          diagnosis.took().toMillis());
    }
  }

  record Listed(String id, String title) {}

  @GetMapping("/api/v1/doctor")
  Report run(
      @RequestParam(name = "check", required = false) @Nullable List<String> asked,
      @RequestParam(name = "user", required = false) @Nullable String user) {
    var ids = asked == null ? List.<String>of() : asked;
    ids.forEach(this::refuseUnknown);
    var at = clock.instant();
    var diagnoses = user == null || user.isBlank() ? doctor.run(ids) : doctor.runFor(user);
    return new Report(
        label(Doctor.worst(diagnoses)), at, version, diagnoses.stream().map(Shown::of).toList());
  }

  @GetMapping("/api/v1/doctor/checks")
  Map<String, List<Listed>> list() {
    return Map.of(
        "items",
        doctor.checks().stream().map(check -> new Listed(check.id(), check.title())).toList());
  }

  private void refuseUnknown(String id) {
    if (doctor.checks().stream().noneMatch(check -> check.id().equals(id))) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST,
          "There is no such check. There are "
              + doctor.checks().stream().map(Check::id).collect(Collectors.joining(", "))
              + ".");
    }
  }

  private static String label(Verdict verdict) {
    return switch (verdict) {
      case OK -> "ok";
      case WARNING -> "warning";
      case FAILED -> "failed";
      case NOT_USED -> "notUsed";
    };
  }
}

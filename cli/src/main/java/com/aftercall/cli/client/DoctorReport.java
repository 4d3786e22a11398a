package com.aftercall.cli.client;

import java.util.List;

/** What all checks of the installation found. */
public record DoctorReport(Diagnosis.Verdict verdict, String version, List<Diagnosis> checks) {}

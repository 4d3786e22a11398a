package com.aftercall.doctor;

import java.time.Duration;

/**
 * What one check found.
 *
 * @param id of the check
 * @param title of the check
 * @param finding what it found
 * @param took how long it looked
 */
public record Diagnosis(String id, String title, Finding finding, Duration took) {}

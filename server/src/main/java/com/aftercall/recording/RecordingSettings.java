package com.aftercall.recording;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rules about where recordings come from.
 *
 * @param swappedSources beginnings of locations ({@code bucket/prefix}) whose recordings have the
 *     agent on channel 0 and the customer on channel 1; all others are as Amazon Connect makes them
 */
@ConfigurationProperties("aftercall.recording")
record RecordingSettings(@DefaultValue List<String> swappedSources) {

  boolean isSwapped(String location) {
    return swappedSources.stream().anyMatch(location::startsWith);
  }
}

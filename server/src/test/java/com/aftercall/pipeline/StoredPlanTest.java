package com.aftercall.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.contact.Feature;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StoredPlanTest {

  @Test
  void planThatAnEarlierVersionStoredIsStillRead() {
    var plan = StepRows.plan(stored(Feature.values().length)).orElseThrow();

    assertThat(plan.requested().recordingImport()).isTrue();
    assertThat(plan.requested().redactedImport()).isFalse();
  }

  @Test
  void planThatDecidesLessThanIsDecidedTodayIsMadeAnew() {
    assertThat(StepRows.plan(stored(Feature.values().length - 1))).isEmpty();
  }

  private static String stored(int features) {
    var decisions =
        Arrays.stream(Feature.values())
            .limit(features)
            .map("\"%s\": {\"kind\": \"DO\", \"reason\": \"x\"}"::formatted)
            .collect(Collectors.joining(","));
    return """
        {"requested": {"recordingImport": true, "transcription": true, "language": "en-US",
         "analysis": [], "contactRecordImport": false, "notes": []},
         "decisions": {%s}, "location": "b/k", "language": "en-US"}
        """
        .formatted(decisions);
  }
}

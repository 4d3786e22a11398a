package com.aftercall.recordpage.web;

import com.aftercall.transcript.ContactLensAnalysis;
import com.aftercall.transcript.ContactLensAnalysis.Highlight;
import com.aftercall.transcript.ContactLensAnalysis.Loudness;
import com.aftercall.transcript.ContactLensAnalysis.Side;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shape {@code ContactLens} of {@code openapi.yaml}. */
record ContactLensJson(
    SideJson customer,
    SideJson agent,
    @Nullable String customerCurve,
    @Nullable Integer interruptions,
    @Nullable Long nonTalkMillis,
    @Nullable Long talkMillis,
    List<CategoryJson> categories,
    List<HighlightJson> highlights,
    @Nullable String summary) {

  private static final JsonMapper JSON = JsonMapper.shared();

  static ContactLensJson of(ContactLensAnalysis analysis) {
    var details = tree(analysis.categoryDetails());
    return new ContactLensJson(
        SideJson.of(analysis.customer()),
        SideJson.of(analysis.agent()),
        analysis.customerCurve() == null ? null : analysis.customerCurve().label(),
        analysis.interruptions(),
        analysis.nonTalkMillis(),
        analysis.talkMillis(),
        analysis.categories().stream()
            .map(
                name -> new CategoryJson(name, places(details.path(name).path("PointsOfInterest"))))
            .toList(),
        analysis.highlights().stream().map(HighlightJson::of).toList(),
        analysis.summary());
  }

  record SideJson(
      @Nullable BigDecimal sentiment,
      List<BigDecimal> quarters,
      @Nullable BigDecimal wordsPerMinute,
      @Nullable Long talkMillis,
      List<Place> interruptions,
      @Nullable Loudness loudness) {

    static SideJson of(Side side) {
      return new SideJson(
          side.sentiment(),
          side.quarters(),
          side.wordsPerMinute(),
          side.talkMillis(),
          places(tree(side.interruptions())),
          side.loudness());
    }
  }

  record CategoryJson(String name, List<Place> places) {}

  record Place(long beginMillis, long endMillis) {}

  record HighlightJson(String kind, @Nullable String participant, long beginMillis, String text) {

    static HighlightJson of(Highlight highlight) {
      return new HighlightJson(
          switch (highlight.kind()) {
            case ISSUE -> "issue";
            case OUTCOME -> "outcome";
            case ACTION_ITEM -> "actionItem";
          },
          switch (highlight.participant()) {
            case "AGENT" -> "agent";
            case "CUSTOMER" -> "customer";
            default -> null;
          },
          highlight.beginMillis(),
          highlight.text());
    }

    /** Leaves out what was said. */
    @Override
    public String toString() {
      return "HighlightJson[%s at %d]".formatted(kind, beginMillis);
    }
  }

  private static JsonNode tree(@Nullable String json) {
    return json == null ? JSON.missingNode() : JSON.readTree(json);
  }

  private static List<Place> places(JsonNode found) {
    return found
        .valueStream()
        .filter(place -> place.path("BeginOffsetMillis").isNumber())
        .map(
            place -> {
              var begin = place.path("BeginOffsetMillis").longValue();
              return new Place(begin, Math.max(begin, place.path("EndOffsetMillis").asLong(begin)));
            })
        .toList();
  }

  /** Leaves out what was said. */
  @Override
  public String toString() {
    return "ContactLensJson[%d categories]".formatted(categories.size());
  }
}

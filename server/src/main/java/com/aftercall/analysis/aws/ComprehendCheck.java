package com.aftercall.analysis.aws;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import com.aftercall.failure.AftercallException;
import java.util.List;

/** Whether Amazon Comprehend answers us, by one call of what it is used for. */
final class ComprehendCheck implements Check {

  private static final String SENTENCE = "Thank you for calling.";

  private final Comprehend comprehend;
  private final boolean analyzes;
  private final boolean masks;

  /**
   * @param analyzes whether one of the analyses is by it
   * @param masks whether private words are found by it
   */
  ComprehendCheck(Comprehend comprehend, boolean analyzes, boolean masks) {
    this.comprehend = comprehend;
    this.analyzes = analyzes;
    this.masks = masks;
  }

  @Override
  public String id() {
    return "amazon-comprehend";
  }

  @Override
  public String title() {
    return "Amazon Comprehend";
  }

  @Override
  public Finding run() {
    var lookedAt =
        "one English sentence, with "
            + (analyzes ? "BatchDetectDominantLanguage" : "")
            + (analyzes && masks ? " and " : "")
            + (masks ? "DetectPiiEntities" : "");
    try {
      if (analyzes) {
        comprehend.languages(List.of(SENTENCE));
      }
      if (masks) {
        comprehend.privateText(SENTENCE, "en");
      }
      return Finding.ok(lookedAt, "It answers.");
    } catch (AftercallException e) {
      return Finding.failed(
          lookedAt,
          e.sentence(),
          "Allow the actions of Comprehend that docs/amazon.md names, as far as they are used, to the identity of this server, and set aftercall.aws.region to a region that has the service.");
    }
  }
}

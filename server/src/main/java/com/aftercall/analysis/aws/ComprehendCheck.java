package com.aftercall.analysis.aws;

import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import com.aftercall.failure.AftercallException;
import java.util.List;

/** Whether Amazon Comprehend answers us. */
final class ComprehendCheck implements Check {

  private final Comprehend comprehend;

  ComprehendCheck(Comprehend comprehend) {
    this.comprehend = comprehend;
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
    var lookedAt = "the language of one English sentence, with BatchDetectDominantLanguage";
    try {
      comprehend.languages(List.of("Thank you for calling."));
      return Finding.ok(lookedAt, "It answers.");
    } catch (AftercallException e) {
      return Finding.failed(
          lookedAt,
          e.sentence(),
          "Allow comprehend:BatchDetectSentiment, BatchDetectKeyPhrases, BatchDetectDominantLanguage, BatchDetectEntities, BatchDetectSyntax, DetectEntities and DetectPiiEntities, as far as they are used, to the identity of this server, and set aftercall.aws.region to a region that has the service.");
    }
  }
}

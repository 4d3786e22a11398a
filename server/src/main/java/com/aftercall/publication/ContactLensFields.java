package com.aftercall.publication;

import com.aftercall.transcript.ContactLensAnalysis;
import com.aftercall.transcript.ContactLensAnalysis.Side;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an analysis by Contact Lens, with the names and values of the original's. What the
 * analysis lacks is not written, and a sentiment of 0 is a value.
 */
final class ContactLensFields {

  private static final String PREFIX = "ContactLens";
  private static final String SOURCE = "Contact_Lens";

  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  private ContactLensFields() {}

  static Map<String, @Nullable Object> of(ContactLensAnalysis analysis) {
    var all = new ContactLensFields();
    all.put(analysis.customer(), "Customer");
    all.put(analysis.agent(), "Agent");
    all.put("Interruptions", analysis.interruptions());
    all.put("NonTalkTime", analysis.nonTalkMillis());
    all.put("TalkTimeTotal", analysis.talkMillis());
    all.put("MatchedCategories", text(String.join("|", analysis.categories())));
    all.put("MatchedDetails", analysis.categoryDetails());
    var curve = analysis.customerCurve();
    all.put("CustomerSentimentCurve", curve == null ? null : curve.label());
    all.put("TranscriptsFullText", text(analysis.fullText()));
    all.fields.put("DataSource__c", SOURCE);
    return all.fields;
  }

  private void put(Side side, String who) {
    put(who + "Sentiment", side.sentiment());
    put(who + "Interruptions", side.interruptions());
    put("TalkSpeed" + who, side.wordsPerMinute());
    put("TalkTime" + who, side.talkMillis());
  }

  private void put(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(PREFIX + name + "__c", value);
    }
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }
}

package com.aftercall.publication;

import com.aftercall.analysis.OriginalFormats;
import com.aftercall.contact.Contact;
import com.aftercall.contact.ContactPlan;
import com.aftercall.contact.Feature;
import com.aftercall.recordpage.Attachment;
import com.aftercall.recordpage.Attachments;
import com.aftercall.recordpage.Findings;
import com.aftercall.recordpage.RecordPage;
import com.aftercall.recordpage.RecordPages;
import com.aftercall.transcript.ContactLensAnalyses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes what shall be in the org from what we know. Only what was found out is written. */
@Component
class Drafts {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String RECORDING = "CallRecording.";

  private final RecordPages pages;
  private final Attachments attachments;
  private final ContactLensAnalyses contactLens;
  private final PublicationSettings settings;

  Drafts(
      RecordPages pages,
      Attachments attachments,
      ContactLensAnalyses contactLens,
      PublicationSettings settings) {
    this.pages = pages;
    this.attachments = attachments;
    this.contactLens = contactLens;
    this.settings = settings;
  }

  /** A draft for each object that the plan says. */
  Map<PublishedObject, Draft> of(Contact contact, ContactPlan plan) {
    var drafts = new EnumMap<PublishedObject, Draft>(PublishedObject.class);
    if (plan.does(Feature.CONTACT_RECORD_PUBLICATION)) {
      drafts.put(PublishedObject.CONTACT_RECORD, contactRecord(contact));
    }
    if (plan.does(Feature.PUBLICATION)) {
      pages
          .find(contact.id())
          .ifPresent(page -> drafts.put(PublishedObject.ANALYTICS, analytics(page, plan)));
    }
    return drafts;
  }

  private Draft contactRecord(Contact contact) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("ContactId__c", contact.id().value());
    fields.putAll(ContactRecordFields.of(JSON.readTree(contact.json())));
    part(contact, 3).ifPresent(region -> fields.put("Region__c", region));
    return new Draft(
        PublishedObject.CONTACT_RECORD,
        fields,
        List.of(),
        List.of(),
        contact.record().lastUpdate());
  }

  private Draft analytics(RecordPage page, ContactPlan plan) {
    var contact = page.contact();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("ContactId__c", contact.id().value());
    var path = page.recording() == null ? plan.location() : page.recording().path();
    put(fields, "RecordingPath__c", contact.record().isChat() ? null : path);
    put(fields, "CustomerEndpointAddress__c", contact.record().customerAddress());
    put(
        fields,
        "InstanceId__c",
        set(settings.instanceId()).or(() -> instance(contact)).orElse(null));
    put(
        fields,
        "Region__c",
        set(settings.instanceRegion()).or(() -> part(contact, 3)).orElse(null));
    addFindings(fields, page.customer());
    contactLens.find(contact.id()).map(ContactLensFields::of).ifPresent(fields::putAll);
    var remarks = new ArrayList<String>();
    var files =
        page.attachments().stream().flatMap(file -> file(page, file, remarks).stream()).toList();
    return new Draft(
        PublishedObject.ANALYTICS, fields, files, remarks, contact.record().lastUpdate());
  }

  /** The customer's, as the original; each only if that analysis was made. */
  private static void addFindings(Map<String, @Nullable Object> fields, Findings customer) {
    if (customer.sentiment() != null) {
      fields.put("Sentiment__c", OriginalFormats.sentiment(customer.sentiment()));
    }
    if (customer.keyPhrases() != null) {
      fields.put("Keywords__c", OriginalFormats.keyPhrases(customer.keyPhrases()));
    }
    if (customer.languages() != null) {
      fields.put("DominantLanguage__c", OriginalFormats.dominantLanguage(customer.languages()));
    }
    if (customer.customEntities() != null) {
      fields.put("NamedEntities__c", OriginalFormats.customEntities(customer.customEntities()));
    }
  }

  private Optional<PublishedFile> file(RecordPage page, Attachment file, List<String> remarks) {
    if (!file.name().startsWith(RECORDING)) {
      var content = read(page, file);
      return Optional.of(published(file, content.length, Draft.sha256(content), false));
    }
    var recording = page.recording();
    if (!settings.attachRecording() || recording == null) {
      return Optional.empty();
    }
    if (recording.sizeBytes() > settings.recordingLimit().toBytes()) {
      remarks.add(
          "The recording has %,d bytes, more than aftercall.publication.recording-limit, and was not attached."
              .formatted(recording.sizeBytes()));
      return Optional.empty();
    }
    var fingerprint = recording.path() + " " + recording.sizeBytes();
    return Optional.of(published(file, recording.sizeBytes(), fingerprint, true));
  }

  private byte[] read(RecordPage page, Attachment file) {
    try (var content = attachments.open(page.contact().id(), file.name()).orElseThrow()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PublishedFile published(
      Attachment file, long sizeBytes, String fingerprint, boolean isRecording) {
    return new PublishedFile(
        file.name(), file.contentType(), file.description(), sizeBytes, fingerprint, isRecording);
  }

  private static void put(
      Map<String, @Nullable Object> fields, String field, @Nullable String value) {
    if (value != null) {
      fields.put(field, value);
    }
  }

  private static Optional<String> set(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** The id is what follows {@code instance/} in the ARN. */
  private static Optional<String> instance(Contact contact) {
    return part(contact, 5)
        .map(resource -> resource.substring(resource.lastIndexOf('/') + 1))
        .filter(id -> !id.isEmpty());
  }

  /** A part of the ARN {@code arn:partition:connect:region:account:instance/id}, from 0. */
  private static Optional<String> part(Contact contact, int place) {
    var arn = contact.record().instanceArn();
    var parts = arn == null ? new String[0] : arn.split(":", 6);
    return parts.length == 6 && !parts[place].isEmpty()
        ? Optional.of(parts[place])
        : Optional.empty();
  }
}

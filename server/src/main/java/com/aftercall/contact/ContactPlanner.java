package com.aftercall.contact;

import static com.aftercall.contact.Decision.Kind.DO;
import static com.aftercall.contact.Decision.Kind.NOTHING_THERE;
import static com.aftercall.contact.Decision.Kind.NOT_REQUESTED;
import static com.aftercall.contact.Decision.Kind.REFUSED;
import static com.aftercall.contact.Decision.Kind.SWITCHED_OFF;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides what to do for a contact, from its record and the operator's switches. Depends on nothing
 * else, so the same record and switches give the same plan.
 */
@Component
public class ContactPlanner {

  /** Stored with the plan, and counted by the check of native recording. */
  static final String NATIVE_RECORDING_OFF =
      "The contact record names no recording: native recording was off in the contact flow. If a newer record names one, this is planned again.";

  private final Switches switches;
  private final PlanSettings settings;

  ContactPlanner(Switches switches, PlanSettings settings) {
    this.switches = switches;
    this.settings = settings;
  }

  /** The plan for a record. */
  public ContactPlan plan(ContactRecord record) {
    var requested = Requested.by(record.attributes());
    var source = record.isChat() ? record.chatTranscript() : record.mainRecording();
    var contactLens = takesContactLens(requested, record.isChat());
    var missing = record.isChat() ? missingChat(record) : missingAudio(record);
    var language = requested.language() == null ? settings.defaultLanguage() : requested.language();
    var decisions = ContactPlan.noDecisions();
    var transcript =
        contactLens
            ? contactLensTranscript(record)
            : transcript(requested, record.isChat(), missing, language);
    var recording =
        contactLens
            ? recordingBesideContactLens(requested, missing)
            : recording(requested, record.isChat(), missing, transcript);
    decisions.put(Feature.RECORDING, recording);
    decisions.put(
        Feature.WAVEFORM, recording.isDo() ? doIt("Drawn from the recording.") : recording);
    decisions.put(Feature.TRANSCRIPT, transcript);
    for (var feature : Feature.values()) {
      feature
          .code()
          .ifPresent(code -> decisions.put(feature, analysis(requested, code, transcript)));
    }
    decisions.put(Feature.CONTACT_RECORD_PUBLICATION, contactRecordPublication(requested));
    decisions.put(Feature.PUBLICATION, publication(requested, recording, transcript));
    return new ContactPlan(
        requested,
        decisions,
        source.map(RecordingReference::location).orElse(null),
        contactLens,
        language);
  }

  /** Contact Lens files chats elsewhere, and a chat is written down already. */
  private boolean takesContactLens(Requested requested, boolean chat) {
    return requested.contactLensImport() && switches.contactLensImport() && !chat;
  }

  /**
   * What Contact Lens wrote outlives the recording; only the recording's location has to be known.
   */
  private static Decision contactLensTranscript(ContactRecord record) {
    var isNamed =
        record.mainRecording().map(reference -> reference.location() != null).orElse(false);
    var missing = isNamed ? null : missingAudio(record);
    return missing == null
        ? doIt("Asked for by %s.".formatted(ContactAttributes.CONTACT_LENS_IMPORT))
        : missing;
  }

  /** The original showed the recording with it; nothing is made of the recording's sound. */
  private Decision recordingBesideContactLens(Requested requested, @Nullable Decision missing) {
    if (!switches.recordingImport()) {
      return recordingSwitchedOff();
    }
    if (missing != null) {
      return missing;
    }
    return requested.recordingImport()
        ? doIt("Asked for by %s.".formatted(importAttribute(requested)))
        : doIt("Goes with what Contact Lens found out.");
  }

  private static Decision recordingSwitchedOff() {
    return switchedOff("Recording import", "PostcallRecordingImportEnabled");
  }

  private Decision recording(
      Requested requested, boolean chat, @Nullable Decision missing, Decision transcript) {
    if (chat) {
      return new Decision(NOT_REQUESTED, "A chat has no recording.");
    }
    if (!requested.recordingImport() && !requested.anyTranscript()) {
      return notSet(ContactAttributes.RECORDING_IMPORT);
    }
    if (!requested.recordingImport()) {
      return transcript.isDo() ? doIt("The transcript needs it.") : transcript;
    }
    if (!switches.recordingImport() && !transcript.isDo()) {
      return recordingSwitchedOff();
    }
    return missing == null
        ? doIt("Asked for by %s.".formatted(importAttribute(requested)))
        : missing;
  }

  private static String importAttribute(Requested requested) {
    return requested.redactedImport()
        ? ContactAttributes.REDACTED_IMPORT
        : ContactAttributes.RECORDING_IMPORT;
  }

  private Decision transcript(
      Requested requested, boolean chat, @Nullable Decision missing, @Nullable String language) {
    if (!requested.transcription()) {
      return requested.contactLensImport()
          ? withoutContactLens(chat)
          : notSet(ContactAttributes.TRANSCRIBE);
    }
    if (!switches.transcribe()) {
      return switchedOff("Transcription", "PostcallTranscribeEnabled");
    }
    if (missing != null) {
      return missing;
    }
    if (language == null && !chat) {
      return new Decision(
          REFUSED,
          "The contact has no %s. Set it in the contact flow, for example to en-US, or set aftercall.plan.default-language."
              .formatted(ContactAttributes.LANGUAGE));
    }
    return doIt("Asked for by %s.".formatted(ContactAttributes.TRANSCRIBE));
  }

  private static Decision withoutContactLens(boolean chat) {
    return chat
        ? new Decision(
            NOT_REQUESTED,
            "%s is for calls, and %s is not true on this chat."
                .formatted(ContactAttributes.CONTACT_LENS_IMPORT, ContactAttributes.TRANSCRIBE))
        : switchedOff("Import from Contact Lens", "ContactLensImportEnabled");
  }

  private Decision analysis(Requested requested, AnalysisCode code, Decision transcript) {
    if (!requested.analysis().contains(code)) {
      return new Decision(
          NOT_REQUESTED,
          "%s does not have the code %s.".formatted(ContactAttributes.ANALYSIS, code.label()));
    }
    if (!switches.analysis()) {
      return switchedOff("Analysis", "aftercall.switches.analysis");
    }
    if (!requested.anyTranscript()) {
      return new Decision(
          REFUSED,
          "Analysis needs a transcript, and %s is not true on this contact."
              .formatted(ContactAttributes.TRANSCRIBE));
    }
    return transcript.isDo()
        ? doIt("Asked for by %s.".formatted(ContactAttributes.ANALYSIS))
        : new Decision(transcript.kind(), "No transcript: " + transcript.reason());
  }

  private Decision contactRecordPublication(Requested requested) {
    if (!requested.contactRecordImport()) {
      return notSet(ContactAttributes.RECORD_IMPORT);
    }
    if (!switches.publication()) {
      return publicationOff();
    }
    return switches.contactRecordImport()
        ? doIt("Asked for by %s.".formatted(ContactAttributes.RECORD_IMPORT))
        : switchedOff("Publication of contact records", "PostcallCTRImportEnabled");
  }

  /** Where there is neither recording nor transcript the original made no record. */
  private Decision publication(Requested requested, Decision recording, Decision transcript) {
    if (!requested.recordingImport() && !requested.anyTranscript()) {
      return new Decision(
          NOT_REQUESTED,
          "Neither %s nor %s is true on this contact."
              .formatted(ContactAttributes.RECORDING_IMPORT, ContactAttributes.TRANSCRIBE));
    }
    if (!switches.publication()) {
      return publicationOff();
    }
    return recording.isDo() || transcript.isDo()
        ? doIt("Asked for with recording or transcript.")
        : new Decision(NOT_REQUESTED, "There is neither recording nor transcript to publish.");
  }

  /** No complaint: whoever has no Salesforce org misses nothing. */
  private static Decision publicationOff() {
    return new Decision(
        NOT_REQUESTED,
        "Publication to Salesforce is not switched on (aftercall.switches.publication).");
  }

  /** Why there is no audio to work with, or null if there is. */
  private static @Nullable Decision missingAudio(ContactRecord record) {
    var reference = record.mainRecording().orElse(null);
    if (reference == null || (reference.location() == null && !reference.isDeleted())) {
      return record.agentConnected()
          ? new Decision(REFUSED, NATIVE_RECORDING_OFF)
          : new Decision(
              NOTHING_THERE, "No agent answered this contact, so there is no recording of a call.");
    }
    if (reference.isDeleted()) {
      return new Decision(
          REFUSED,
          reference.deletionReason() == null
              ? "The contact record says that the recording was deleted."
              : "The contact record says that the recording was deleted, with a reason that is in its details.");
    }
    if (reference.storageType() != null
        && reference.storageType().toUpperCase(Locale.ROOT).contains("KINESIS")) {
      return new Decision(
          REFUSED, "The recording lies in a Kinesis video stream; only files in buckets are read.");
    }
    return null;
  }

  private static @Nullable Decision missingChat(ContactRecord record) {
    var reference = record.chatTranscript().orElse(null);
    if (reference == null || reference.location() == null) {
      return new Decision(REFUSED, "The contact record names no transcript of this chat.");
    }
    return reference.isDeleted()
        ? new Decision(REFUSED, "The contact record says that the chat's transcript was deleted.")
        : null;
  }

  private static Decision doIt(String reason) {
    return new Decision(DO, reason);
  }

  private static Decision notSet(String attribute) {
    return new Decision(NOT_REQUESTED, "%s is not true on this contact.".formatted(attribute));
  }

  private static Decision switchedOff(String what, String parameter) {
    return new Decision(
        SWITCHED_OFF,
        "%s is switched off for the whole installation (%s).".formatted(what, parameter));
  }
}

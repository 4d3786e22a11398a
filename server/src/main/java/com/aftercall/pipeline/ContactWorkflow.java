package com.aftercall.pipeline;

import com.aftercall.analysis.Analyses;
import com.aftercall.contact.Contact;
import com.aftercall.contact.ContactId;
import com.aftercall.contact.ContactPlan;
import com.aftercall.contact.ContactPlanner;
import com.aftercall.contact.ContactState;
import com.aftercall.contact.Contacts;
import com.aftercall.contact.Feature;
import com.aftercall.publication.Publication;
import com.aftercall.publication.Publications;
import com.aftercall.recording.Recordings;
import com.aftercall.search.ContactIndex;
import com.aftercall.transcript.Transcripts;
import com.aftercall.waveform.Waveforms;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The way of one contact, from its record to its record page. */
@Component
class ContactWorkflow {

  private final Contacts contacts;
  private final ContactPlanner planner;
  private final Recordings recordings;
  private final Waveforms waveforms;
  private final Transcripts transcripts;
  private final Analyses analyses;
  private final ContactIndex index;
  private final Publications publications;
  private final EngineSlots engines;
  private final PipelineTools tools;
  private volatile boolean stopping;

  ContactWorkflow(
      Contacts contacts,
      ContactPlanner planner,
      Recordings recordings,
      Waveforms waveforms,
      Transcripts transcripts,
      Analyses analyses,
      ContactIndex index,
      Publications publications,
      EngineSlots engines,
      StepRows table,
      PipelineSettings settings,
      InstantSource clock) {
    this.contacts = contacts;
    this.planner = planner;
    this.recordings = recordings;
    this.waveforms = waveforms;
    this.transcripts = transcripts;
    this.analyses = analyses;
    this.index = index;
    this.publications = publications;
    this.engines = engines;
    this.tools =
        new PipelineTools(table, contacts, new RetryPolicy(settings), clock, () -> stopping);
  }

  /** Takes a contact as far as it goes now. */
  ContactTask.Passage run(ContactId id) {
    var contact = contacts.find(id).orElse(null);
    if (contact == null) {
      return new ContactTask.Passage(Optional.empty(), Optional.empty());
    }
    if (contact.isDeleted()) {
      // Whoever takes it out of the bin schedules it again.
      return new ContactTask.Passage(Optional.of(contact.record().lastUpdate()), Optional.empty());
    }
    var plan = planner.plan(contact.record());
    var next = plan.isWork() ? work(contact, plan) : settleWithoutWork(id, plan);
    return new ContactTask.Passage(Optional.of(contact.record().lastUpdate()), next);
  }

  /** The main path. */
  private Optional<Instant> work(Contact contact, ContactPlan plan) {
    var id = contact.id();
    contacts.setState(id, ContactState.RUNNING, null);
    var steps = Steps.begin(id, plan, tools);
    steps.run(Feature.RECORDING, progress -> recordings.importFor(id, plan));
    steps.run(Feature.WAVEFORM, progress -> waveforms.drawFor(id));
    steps.run(
        Feature.TRANSCRIPT,
        progress -> transcripts.transcribe(contact, plan, work -> engines.use(id, work), progress));
    steps.run(Feature.SENTIMENT, progress -> analyses.analyzeSentiment(id));
    steps.run(Feature.KEY_PHRASES, progress -> analyses.findKeyPhrases(id));
    steps.run(Feature.DOMINANT_LANGUAGE, progress -> analyses.detectLanguage(id));
    steps.run(Feature.CUSTOM_ENTITIES, progress -> analyses.findCustomEntities(id));
    steps.run(Feature.SYNTAX, progress -> analyses.analyzeSyntax(id));
    index.refresh(id);
    var publication = publications.of(contact, plan);
    if (steps.areOthersSettled() || publications.isOverdue(contact.receivedAt())) {
      publish(publication, plan, steps, Feature.CONTACT_RECORD_PUBLICATION);
      publish(publication, plan, steps, Feature.PUBLICATION);
    }
    return steps.finish();
  }

  /** Publishes again whenever the org holds something else than it shall. */
  private static void publish(
      Publication publication, ContactPlan plan, Steps steps, Feature feature) {
    if (plan.does(feature)) {
      if (steps.isFailed(feature) || (steps.isSettled(feature) && publication.isStale(feature))) {
        steps.reopen(feature);
      }
      steps.run(feature, progress -> publication.publish(feature));
    }
  }

  private Optional<Instant> settleWithoutWork(ContactId id, ContactPlan plan) {
    Steps.begin(id, plan, tools);
    contacts.setState(id, plan.stateWithoutWork(), plan.reasonWithoutWork());
    return Optional.empty();
  }

  @EventListener
  void stop(ContextClosedEvent event) {
    stopping = true;
  }
}

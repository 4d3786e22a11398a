package com.aftercall.publication;

import com.aftercall.contact.ContactId;
import com.aftercall.failure.AftercallException;
import com.aftercall.failure.NotYet;
import com.aftercall.publication.salesforce.OrgAnswer;
import com.aftercall.publication.salesforce.SalesforceOrg;
import com.aftercall.publication.salesforce.SubRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Writes drafts into the org: looks what is there unless we know for sure, then writes everything
 * in one composite call, and the recording by itself. What was done is noted part by part, so that
 * a second try goes on where the first one broke off.
 */
@Component
class Publisher {

  private static final Duration LOOK_AT_PAUSE = Duration.ofSeconds(30);

  /** Once for what we knew wrongly, such as a record that somebody deleted there. */
  private static final int TRIES = 2;

  private final SalesforceOrg org;
  private final PublicationRows rows;
  private final Links links;
  private final Files files;
  private final PublicationSettings settings;
  private final InstantSource clock;

  Publisher(
      SalesforceOrg org,
      PublicationRows rows,
      Links links,
      Files files,
      PublicationSettings settings,
      InstantSource clock) {
    this.org = org;
    this.rows = rows;
    this.links = links;
    this.files = files;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Writes them.
   *
   * @param drafts the first one has to be written; what fails about others is left for their turn
   */
  void publish(ContactId contact, List<Draft> drafts) {
    refusePaused();
    for (var attempt = 1; attempt <= TRIES; attempt++) {
      var targets = targets(contact, drafts);
      lookFor(contact, targets);
      targets.forEach(target -> rows.noteAttempt(contact, target.object()));
      write(contact, targets);
      var first = targets.getFirst();
      if (!first.isToBeTriedAgain() || attempt == TRIES) {
        first.throwFailure();
        return;
      }
    }
  }

  private void refusePaused() {
    if (rows.pause().isPresent()) {
      throw new NotYet(
          clock.instant().plus(LOOK_AT_PAUSE),
          null,
          "Publication is paused; it goes on when somebody resumes it.");
    }
  }

  private List<Target> targets(ContactId contact, List<Draft> drafts) {
    var targets = new ArrayList<Target>();
    for (var draft : drafts) {
      try {
        var object = org.describe(settings.qualified(draft.object().objectName()));
        var known = rows.find(contact, draft.object()).orElse(null);
        targets.add(new Target(draft, object, settings::qualified, known));
      } catch (AftercallException e) {
        if (targets.isEmpty()) {
          throw e;
        }
      }
    }
    return targets;
  }

  /** One call for all that is not known. */
  private void lookFor(ContactId contact, List<Target> targets) {
    var questions = new ArrayList<SubRequest>();
    for (var target : targets) {
      if (target.isToBeLookedFor()) {
        questions.add(target.question(settings.files()));
      }
      questions.addAll(links.questions(contact, target));
    }
    if (!questions.isEmpty()) {
      var answers = org.composite(questions);
      targets.forEach(target -> take(contact, target, answers));
    }
  }

  private void take(ContactId contact, Target target, Map<String, OrgAnswer> answers) {
    var answer = answers.get(target.questionId());
    if (answer != null) {
      var known = target.salesforceId();
      target.found(answer);
      if (known.isPresent() && !known.equals(target.salesforceId())) {
        // Somebody deleted it there, and its files with it.
        rows.forgetId(contact, target.object());
      }
      files.noteFound(contact, target, answer);
    }
    links.take(target, answers);
  }

  private void write(ContactId contact, List<Target> targets) {
    var parts = new ArrayList<SubRequest>();
    for (var target : targets) {
      if (!target.isNewerThere()) {
        parts.add(target.write());
        parts.addAll(files.writes(contact, target));
      }
    }
    var answers = parts.isEmpty() ? Map.<String, OrgAnswer>of() : org.composite(parts);
    for (var target : targets) {
      settle(contact, target, answers);
    }
  }

  private void settle(ContactId contact, Target target, Map<String, OrgAnswer> answers) {
    if (!target.isNewerThere()) {
      target.take(answers.get(target.writeId()));
      target.salesforceId().ifPresent(id -> rows.noteId(contact, target.object(), id));
      if (target.hasLostRecord()) {
        rows.forgetId(contact, target.object());
      }
      if (target.hasOutdatedDescription()) {
        org.forgetDescription(target.describedAs());
      }
      files.take(contact, target, answers);
      files.sendRecording(contact, target);
    }
    if (!target.hasFailed()) {
      rows.conclude(contact, target.object(), target.draft().fingerprint(), target.message());
    }
  }
}

package com.aftercall.cli.demo;

import com.aftercall.cli.client.AftercallClient;
import com.aftercall.cli.client.ContactState;
import com.aftercall.cli.client.Pause;
import com.aftercall.cli.client.ProblemException;
import com.aftercall.cli.client.RecordPage;
import com.aftercall.cli.client.Retry;
import com.aftercall.cli.ingest.Ingest;
import com.aftercall.cli.ingest.Inputs;
import com.aftercall.cli.ingest.Invention;
import com.aftercall.cli.ingest.Progress;
import com.aftercall.cli.ingest.Tally;
import com.aftercall.cli.terminal.LiveLines;
import com.aftercall.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sample contacts on their way through a server, shown live. */
public final class Play {

  private static final Duration POLL = Duration.ofMillis(250);

  /** A machine whose every core transcribes may take its time to answer. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final AftercallClient client;
  private final Terminal terminal;
  private final InstantSource clock;
  private final Pause pause;
  private final Retry retry;
  private final DemoView view;
  private final LiveLines live;
  private final Map<String, RecordPage> pages = new HashMap<>();

  /**
   * A play that has not begun.
   *
   * @param pause waits between two looks; may throw to end the play
   */
  public Play(AftercallClient client, Terminal terminal, InstantSource clock, Pause pause) {
    this.client = client;
    this.terminal = terminal;
    this.clock = clock;
    this.pause = pause;
    this.retry = new Retry(PATIENCE, pause, sentence -> {});
    this.view = new DemoView(terminal);
    this.live = new LiveLines(terminal);
  }

  /**
   * Hands in those that are not complete from an earlier time, and shows all until nothing changes
   * any more, at the latest after the limit.
   *
   * @return whether all are complete; the reasons why not are shown
   */
  public boolean run(List<DemoContact> contacts, Duration limit) throws IOException {
    var begun = clock.instant();
    handIn(contacts);
    for (var tick = 0L; !look(contacts, tick); tick++) {
      if (Duration.between(begun, clock.instant()).compareTo(limit) > 0) {
        terminal.note("They are not through after %d minutes.".formatted(limit.toMinutes()));
        break;
      }
      pause.pause(POLL);
    }
    return showEnd(contacts);
  }

  private void handIn(List<DemoContact> contacts) throws IOException {
    List<Path> folders = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (var contact : contacts) {
      var known = retry.of(() -> client.findContact(contact.contactId()));
      if (known.isEmpty() || known.get().state() != ContactState.COMPLETE) {
        folders.add(contact.folder());
      } else {
        showFromEarlier(contact, known.get());
      }
      if (known.isPresent() && known.get().state() == ContactState.FAILED) {
        failed.add(contact.contactId());
      }
    }
    var invention = new Invention("en-US", "", true, null, null, null);
    new Ingest(client, retry, invention, clock, new Refusals()).run(Inputs.of(folders));
    failed.forEach(this::tryAgain);
  }

  private void showFromEarlier(DemoContact contact, RecordPage page) {
    pages.put(contact.contactId(), page);
    if (!terminal.interactive()) {
      terminal.print("%s: complete from an earlier time".formatted(contact.title()));
    }
  }

  private void tryAgain(String contactId) {
    try {
      client.retry(contactId);
    } catch (ProblemException e) {
      terminal.note(String.valueOf(e.getMessage()));
    }
  }

  /** Shows where each is; true once nothing changes any more. */
  private boolean look(List<DemoContact> contacts, long tick) {
    var done = true;
    List<String> lines = new ArrayList<>();
    for (var contact : contacts) {
      var before = Optional.ofNullable(pages.get(contact.contactId()));
      var page = retry.of(() -> client.findContact(contact.contactId()));
      page.ifPresent(now -> show(contact, before, now));
      done &= page.isPresent() && page.get().state().isFinal();
      lines.add(view.line(contact.title(), page, clock.instant(), tick));
    }
    live.draw(lines);
    return done;
  }

  private void show(DemoContact contact, Optional<RecordPage> before, RecordPage page) {
    if (!terminal.interactive()) {
      terminal.print(view.changes(contact.title(), before, page));
    }
    pages.put(contact.contactId(), page);
  }

  private boolean showEnd(List<DemoContact> contacts) {
    var arrived = contacts.stream().filter(one -> pages.containsKey(one.contactId())).toList();
    terminal.print("");
    terminal.print(view.table(arrived, arrived.stream().map(this::pageOf).toList()));
    terminal.print("");
    var complete = arrived.size() == contacts.size();
    for (var contact : contacts) {
      if (!arrived.contains(contact)) {
        terminal.note("%s did not arrive at the server.".formatted(contact.title()));
      } else if (pageOf(contact).state() != ContactState.COMPLETE) {
        complete = false;
        view.reasons(contact.title(), pageOf(contact)).forEach(terminal::note);
      }
    }
    return complete;
  }

  private RecordPage pageOf(DemoContact contact) {
    var page = pages.get(contact.contactId());
    if (page == null) {
      throw new IllegalStateException(contact + " has no page");
    }
    return page;
  }

  private final class Refusals implements Progress {

    @Override
    public void advanced(Tally tally) {}

    @Override
    public void rejected(String place, String reason) {
      terminal.note("rejected %s: %s".formatted(place, reason));
    }

    @Override
    public void sent(String what) {}
  }
}

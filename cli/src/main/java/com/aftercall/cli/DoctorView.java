package com.aftercall.cli;

import com.aftercall.cli.client.Diagnosis;
import com.aftercall.cli.client.Diagnosis.Verdict;
import com.aftercall.cli.terminal.Style;
import com.aftercall.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code doctor} shows, as lines: what needs care first, and in full. */
final class DoctorView {

  private static final int NARROWEST = 40;
  private static final String MARGIN = "    ";

  private final Terminal terminal;

  DoctorView(Terminal terminal) {
    this.terminal = terminal;
  }

  List<String> lines(String heading, List<Diagnosis> found) {
    var lines = new ArrayList<String>();
    lines.add(terminal.styled(Style.BOLD, heading));
    lines.add(summary(found));
    found.stream()
        .sorted(Comparator.comparing(Diagnosis::verdict))
        .forEach(diagnosis -> add(lines, diagnosis));
    return lines;
  }

  private static String summary(List<Diagnosis> found) {
    return found.stream()
        .collect(Collectors.groupingBy(Diagnosis::verdict, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(counted -> counted.getValue() + " " + words(counted.getKey()))
        .collect(Collectors.joining(", "));
  }

  private void add(List<String> lines, Diagnosis diagnosis) {
    lines.add("");
    lines.add(
        "%s %s  %s"
            .formatted(
                sign(diagnosis.verdict()),
                terminal.styled(Style.BOLD, diagnosis.title()),
                terminal.styled(Style.FAINT, diagnosis.id())));
    switch (diagnosis.verdict()) {
      case FAILED, WARNING -> {
        wrap(lines, "Looked at: " + diagnosis.lookedAt());
        wrap(lines, "Found: " + diagnosis.found());
        if (diagnosis.cure() != null) {
          wrap(lines, "Do: " + diagnosis.cure());
        }
      }
      case OK, NOT_USED, UNKNOWN -> wrap(lines, diagnosis.found());
    }
  }

  private void wrap(List<String> lines, String text) {
    var room = Math.max(NARROWEST, terminal.columns()) - MARGIN.length();
    var line = new StringBuilder();
    for (var word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        lines.add(MARGIN + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(MARGIN + line);
  }

  private String sign(Verdict verdict) {
    return switch (verdict) {
      case FAILED -> terminal.styled(Style.BAD, terminal.sign("✗", "X") + " failed ");
      case WARNING -> terminal.styled(Style.NOTICE, "! warning");
      case OK -> terminal.styled(Style.GOOD, terminal.sign("✓", "+") + " ok     ");
      case NOT_USED, UNKNOWN -> terminal.styled(Style.FAINT, "- unused ");
    };
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case FAILED -> "failed";
      case WARNING -> "to look at";
      case OK -> "ok";
      case NOT_USED -> "not used";
      case UNKNOWN -> "unknown";
    };
  }
}

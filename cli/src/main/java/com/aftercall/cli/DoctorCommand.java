package com.aftercall.cli;

import com.aftercall.cli.client.Diagnosis;
import com.aftercall.cli.client.Diagnosis.Verdict;
import com.aftercall.cli.client.NoServerException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code doctor}. */
@Command(
    name = "doctor",
    description = {
      "Checks the whole installation: what was looked at, what was found, what to do.",
      "",
      "Without a server it looks at what can be seen without one.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 nothing failed, 1 something failed (with --strict: or is a warning), 3 no server"
          + " answers."
    },
    sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Option(
      names = "--check",
      paramLabel = "ID",
      description = "Run this check alone; may be given several times.")
  @Nullable List<String> checks;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Instead: what this user may do and hear, and by which permission sets.")
  @Nullable String user;

  @Option(names = "--json", description = "Print the answer as JSON.")
  boolean json;

  @Option(names = "--strict", description = "A warning counts as a failure.")
  boolean strict;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Connection connection = new Connection();
  @Mixin HelpOption help = new HelpOption();

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (user != null && checks != null) {
      throw new ParameterException(spec.commandLine(), "--user and --check do not go together.");
    }
    var asked = checks == null ? List.<String>of() : checks;
    try (var client = connection.open(surroundings)) {
      var terminal = surroundings.terminal();
      try {
        if (terminal.interactive() && !json) {
          terminal.note("Checking; this takes some seconds.");
        }
        var body = user == null ? client.doctorJson(asked) : client.doctorJson(user);
        var report = client.doctorReport(body);
        if (json) {
          terminal.print(body);
        } else {
          var heading = "Aftercall %s at %s".formatted(report.version(), client.url());
          terminal.print(new DoctorView(terminal).lines(heading, report.checks()));
        }
        return exitCode(report.checks());
      } catch (NoServerException e) {
        showLocal(client.url());
        return ExitCode.NO_SERVER;
      }
    }
  }

  private void showLocal(String url) {
    var terminal = surroundings.terminal();
    var data = Connection.dataFolder(surroundings, connection.data);
    var found = new LocalChecks(url, data).run();
    if (json) {
      terminal.print(JsonMapper.shared().writeValueAsString(new LocalReport("failed", found)));
    } else {
      terminal.print(new DoctorView(terminal).lines("No server at " + url, found));
    }
  }

  private record LocalReport(String verdict, List<Diagnosis> checks) {}

  private int exitCode(List<Diagnosis> found) {
    var worst = strict ? Verdict.WARNING : Verdict.FAILED;
    return found.stream().anyMatch(one -> one.verdict().compareTo(worst) <= 0)
        ? ExitCode.FAILED
        : ExitCode.DONE;
  }
}

package com.aftercall.cli.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void aBlockIsDrawnAgainInPlaceAndCutToTheWidth() {
    var live = new LiveLines(terminal(UTF_8, true, 12));
    live.draw(List.of("one", "two"));
    out.reset();

    live.draw(List.of("0123456789abcdef"));

    assertThat(out.toString(UTF_8)).isEqualTo("\u001b[2A\r\u001b[2K0123456789…\n\u001b[J");
  }

  @Test
  void aPipeGetsNoDrawingAndNoColour() {
    var terminal = terminal(UTF_8, false, 80);
    new LiveLines(terminal).draw(List.of("one"));

    assertThat(out.size()).isZero();
    assertThat(terminal.styled(Style.BAD, "x")).isEqualTo("x");
  }

  @Test
  void withoutUnicodeTheSignsAreAscii() {
    var terminal = terminal(US_ASCII, true, 80);
    terminal.print("wait…");

    assertThat(out.toString(US_ASCII)).isEqualTo("wait...%n".formatted());
    assertThat(Bar.of(terminal, 0.5, 4)).isEqualTo("[##..]");
  }

  @Test
  void coloursTakeNoColumns() {
    var red = Style.BAD.wrap("abcdef");

    assertThat(Text.width(red)).isEqualTo(6);
    assertThat(Text.cut(red, 6)).isEqualTo(red);
    assertThat(Text.cut(red, 4)).isEqualTo("\u001b[31mabc…\u001b[0m");
  }

  @Test
  void numbersReadAsPeopleWriteThem() {
    assertThat(Text.clock(Duration.ofSeconds(67))).isEqualTo("1:07");
    assertThat(Text.clock(Duration.ofSeconds(3723))).isEqualTo("1:02:03");
    assertThat(Text.took(Duration.ofMillis(59_949))).isEqualTo("59.9 s");
    assertThat(Text.took(Duration.ofSeconds(60))).isEqualTo("1 min 0 s");
    assertThat(Text.took(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    assertThat(Text.bytes(999)).isEqualTo("999 B");
    assertThat(Text.bytes(1000)).isEqualTo("1.0 kB");
    assertThat(Text.bytes(999_960)).isEqualTo("1.0 MB");
    assertThat(Text.count(1, "record")).isEqualTo("1 record");
    assertThat(Text.count(0, "record")).isEqualTo("0 records");
  }

  private Terminal terminal(Charset charset, boolean interactive, int columns) {
    var print = new PrintStream(out, true, charset);
    return new Terminal(print, print, interactive, interactive, columns);
  }
}

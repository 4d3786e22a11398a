package com.aftercall.analysis.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.aftercall.analysis.DominantLanguage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenNlpLanguageAnalyzerTest {

  private static final OpenNlpLanguageAnalyzer ANALYZER = new OpenNlpLanguageAnalyzer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello i am calling because my delivery is late again | en",
        "guten tag ich rufe an weil meine lieferung schon wieder zu spat kommt | de",
        "bonjour je vous appelle au sujet de ma derniere facture | fr",
        "buenas tardes llamo porque mi pedido no ha llegado todavia | es",
        "buongiorno chiamo perche il mio ordine non e ancora arrivato | it",
        "bom dia estou ligando porque a minha encomenda ainda nao chegou | pt",
        "\u304a\u96fb\u8a71\u3042\u308a\u304c\u3068\u3046\u3054\u3056\u3044\u307e\u3059 | ja"
      })
  void sentencesOfAContactAreRecognizedWithAHighScore(String text, String tag) {
    var best = ANALYZER.analyze(text).getFirst();

    assertThat(best.languageTag()).isEqualTo(tag);
    assertThat(best.score()).isBetween(0.8, 1.0);
  }

  @Test
  void allTwentyCandidatesAreSortedAndAddUpToOne() {
    var candidates = ANALYZER.analyze("good morning, how can I help you today?");

    assertThat(candidates).hasSize(20);
    assertThat(candidates)
        .isSortedAccordingTo(Comparator.comparingDouble(DominantLanguage::score).reversed());
    assertThat(candidates.stream().mapToDouble(DominantLanguage::score).sum())
        .isBetween(0.999, 1.001);
  }

  @Test
  void littleTextGetsALowerScore() {
    assertThat(ANALYZER.analyze("okay").getFirst().score())
        .isLessThan(ANALYZER.analyze("okay, please tell me your name").getFirst().score());
  }

  @Test
  void textWithoutLettersHasNoLanguage() {
    assertThat(ANALYZER.analyze("")).isEmpty();
    assertThat(ANALYZER.analyze("12345 ... \ud83d\ude00")).isEmpty();
  }

  @Test
  void longTextIsJudgedByAllItsParts() {
    var mixed =
        "i would like to know where my order is. ".repeat(600)
            + "ich habe noch eine frage zu meiner rechnung. ".repeat(300);

    var best = ANALYZER.analyze(mixed);

    assertThat(best.get(0).languageTag()).isEqualTo("en");
    assertThat(best.get(1).languageTag()).isEqualTo("de");
    assertThat(best.get(1).score()).isBetween(0.2, 0.5);
  }

  @Test
  void threadsDoNotDisturbEachOther() {
    var text = "hello i am calling because my delivery is late again";
    var alone = ANALYZER.analyze(text);

    List<List<DominantLanguage>> together =
        IntStream.range(0, 64).parallel().mapToObj(i -> ANALYZER.analyze(text)).toList();

    assertThat(together).containsOnly(alone);
  }
}

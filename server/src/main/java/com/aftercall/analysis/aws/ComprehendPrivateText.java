package com.aftercall.analysis.aws;

import com.aftercall.transcript.LanguageCode;
import com.aftercall.transcript.PrivateText;
import com.aftercall.transcript.PrivateTextFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * DetectPiiEntities. Where it is unclear what a place covers, too much is masked rather than too
 * little.
 */
final class ComprehendPrivateText implements PrivateTextFinder {

  private final Comprehend comprehend;
  private final Set<String> languages = ComprehendLanguages.of("private-text").languages();

  ComprehendPrivateText(Comprehend comprehend) {
    this.comprehend = comprehend;
  }

  @Override
  public String title() {
    return "Amazon Comprehend";
  }

  @Override
  public boolean reads(LanguageCode language) {
    return languages.contains(language.language());
  }

  @Override
  public List<List<PrivateText>> find(List<String> texts, LanguageCode language) {
    var found = new ArrayList<List<PrivateText>>();
    texts.forEach(text -> found.add(new ArrayList<>()));
    for (var document : Packing.pack(texts, Comprehend.MAX_PRIVATE_BYTES)) {
      for (var one : comprehend.privateText(flat(document.content()), language.language())) {
        spread(document, one, found);
      }
    }
    return found;
  }

  /** A place may go beyond one turn; each has its part of it. */
  private static void spread(Packing.Document document, Found one, List<List<PrivateText>> found) {
    for (var part : document.parts()) {
      var begin = Math.max(one.begin(), part.begin());
      var end = Math.min(one.end(), part.end());
      if (begin < end) {
        var shift = part.offset() - part.begin();
        found.get(part.text()).add(new PrivateText(begin + shift, end + shift, one.label()));
      }
    }
  }

  /**
   * With two letters in place of each character that has two UTF-16 units. The service counts
   * characters and gives no text by which to see what it took for one; so there is one way only.
   */
  private static String flat(String text) {
    var flat = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              if (Character.isSupplementaryCodePoint(character)) {
                flat.append("__");
              } else {
                flat.appendCodePoint(character);
              }
            });
    return flat.toString();
  }
}

package com.aftercall.analysis.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts many short texts into few documents, because the service counts three hundred characters for
 * the shortest one, and finds back where each part of a document came from. Long texts are cut.
 */
final class Packing {

  private static final char BETWEEN = '\n';

  private final List<Document> documents = new ArrayList<>();

  /**
   * A document.
   *
   * @param content what is sent
   * @param parts what it is made of, in order
   */
  record Document(String content, List<Part> parts) {

    @Override
    public String toString() {
      return "Document[%d parts]".formatted(parts.size());
    }
  }

  /**
   * A part of a text in a document.
   *
   * @param text index of the text
   * @param offset where the part begins in the text
   * @param begin where it begins in the document
   * @param end where it ends in the document, exclusive
   */
  record Part(int text, int offset, int begin, int end) {}

  /**
   * A span in one of the texts.
   *
   * @param text index of the text
   * @param begin inclusive, in UTF-16 units of that text
   * @param end exclusive
   */
  record Place(int text, int begin, int end) {}

  /** Packs the texts in their order; blank ones are in no document. */
  static List<Document> pack(List<String> texts, int maxBytes) {
    var packing = new Packing();
    var open = new Open();
    for (var index = 0; index < texts.size(); index++) {
      var text = texts.get(index);
      for (var piece : ByteCut.pieces(text, maxBytes)) {
        if (text.substring(piece.begin(), piece.end()).isBlank()) {
          continue;
        }
        var bytes = ByteCut.bytes(text, piece.begin(), piece.end());
        if (open.bytes + 1 + bytes > maxBytes) {
          packing.close(open);
          open = new Open();
        }
        open.add(index, text, piece, bytes);
      }
    }
    packing.close(open);
    return packing.documents;
  }

  /** Where a span of a document stands; empty if it is of no single text. */
  static Optional<Place> place(Document document, int begin, int end) {
    return document.parts().stream()
        .filter(part -> part.begin() <= begin && end <= part.end())
        .findFirst()
        .map(
            part ->
                new Place(
                    part.text(),
                    begin - part.begin() + part.offset(),
                    end - part.begin() + part.offset()));
  }

  private void close(Open open) {
    if (!open.parts.isEmpty()) {
      documents.add(new Document(open.content.toString(), List.copyOf(open.parts)));
    }
  }

  private static final class Open {

    private final StringBuilder content = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();
    private int bytes;

    void add(int index, String text, ByteCut.Range piece, int size) {
      if (!parts.isEmpty()) {
        content.append(BETWEEN);
        bytes++;
      }
      var begin = content.length();
      content.append(text, piece.begin(), piece.end());
      bytes += size;
      parts.add(new Part(index, piece.begin(), begin, content.length()));
    }
  }
}

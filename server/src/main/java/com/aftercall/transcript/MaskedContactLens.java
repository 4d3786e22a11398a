package com.aftercall.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Masks what was said in an output file of Contact Lens, before anything is read out of it. */
final class MaskedContactLens {

  private final List<String> texts = new ArrayList<>();
  private final List<BiConsumer<ObjectNode, MaskedText>> writers = new ArrayList<>();
  private final List<ObjectNode> owners = new ArrayList<>();

  private MaskedContactLens() {}

  /**
   * Changes the file.
   *
   * @return how many places were masked; empty if masking is off
   */
  static Optional<Integer> in(JsonNode file, Redaction redaction, Optional<LanguageCode> language) {
    var work = new MaskedContactLens();
    file.path("Transcript").valueStream().forEach(turn -> work.add(turn, MaskedContactLens::write));
    ContactLensFormat.summaries(file)
        .forEach(summary -> work.add(summary, (node, text) -> node.put("Content", text.text())));
    return redaction.mask(work.texts, language).map(work::write);
  }

  private void add(JsonNode owner, BiConsumer<ObjectNode, MaskedText> writer) {
    if (owner instanceof ObjectNode node && node.path("Content").isString()) {
      texts.add(node.path("Content").asString());
      owners.add(node);
      writers.add(writer);
    }
  }

  private int write(List<MaskedText> masked) {
    for (var index = 0; index < masked.size(); index++) {
      writers.get(index).accept(owners.get(index), masked.get(index));
    }
    return masked.stream().mapToInt(MaskedText::places).sum();
  }

  private static void write(ObjectNode turn, MaskedText masked) {
    turn.put("Content", masked.text());
    Stream.of(ContactLensAnalysis.Highlight.Kind.values())
        .flatMap(kind -> turn.path(kind.member()).valueStream())
        .forEach(found -> move(found, masked));
  }

  private static void move(JsonNode found, MaskedText masked) {
    move(found.path("CharacterOffsets"), "BeginOffsetChar", masked);
    move(found.path("CharacterOffsets"), "EndOffsetChar", masked);
    if (found instanceof ObjectNode node && node.has("Text")) {
      node.put("Text", ContactLensFormat.part(masked.text(), node));
    }
  }

  private static void move(JsonNode offsets, String name, MaskedText masked) {
    if (offsets instanceof ObjectNode node && node.path(name).isInt()) {
      node.put(name, masked.moved(node.path(name).intValue()));
    }
  }
}

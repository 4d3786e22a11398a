package com.aftercall.analysis;

/** The tags of Amazon Comprehend: those of Universal Dependencies, with O for X, and CONJ. */
public enum PartOfSpeech {
  /** Adjective: "new". */
  ADJ,
  /** Preposition or postposition: "on". */
  ADP,
  /** Adverb: "again". */
  ADV,
  /** Auxiliary: "have" in "have called". */
  AUX,
  /** Conjunction of either kind; our own tagger tells {@link #CCONJ} from {@link #SCONJ}. */
  CONJ,
  /** Coordinating conjunction: "and". */
  CCONJ,
  /** Determiner: "the". */
  DET,
  /** Interjection: "hello". */
  INTJ,
  /** Common noun: "bill". */
  NOUN,
  /** Number: "42". */
  NUM,
  /** Anything else. */
  O,
  /** Particle: "not", the "to" of "to call". */
  PART,
  /** Pronoun: "they", "my". */
  PRON,
  /** Name: "Anna". */
  PROPN,
  /** Punctuation. */
  PUNCT,
  /** Subordinating conjunction: "because". */
  SCONJ,
  /** Symbol: "$". */
  SYM,
  /** Verb: "call". */
  VERB
}

package com.aftercall.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      value = {
        "refund => ('refund')",
        "refund kettle => ('refund' & 'kettle')",
        "refund OR kettle lid => ('refund') | ('kettle' & 'lid')",
        "\"silver kettle\" => ('silver kettle')",
        "\"silver kettle => ('silver kettle')",
        "-refund => (!'refund')",
        "-\"silver kettle\" => (!'silver kettle')",
        "agent:refund => ('refund':A)",
        "Customer:\"my kettle\" => ('my kettle':B)",
        "-agent:refund => (!'refund':A)",
        "12.50 e-mail => ('12.50' & 'e-mail')",
        "can't => ('can t')",
        "a\\b => ('a b')",
        "or refund or => ('refund')",
        "colour:red => ('colour:red')",
      })
  void textBecomesAQuery(String text, String query) {
    assertThat(SearchWords.parse(text).query()).isEqualTo(query);
  }

  @Test
  void textWithoutWordsHasNoAlternatives() {
    assertThat(SearchWords.parse(" \"\" -- ! ").alternatives()).isEmpty();
  }

  @Test
  void fiveHundredCharactersAreTakenAndNoMore() {
    assertThat(SearchWords.parse("x".repeat(500)).wanted()).hasSize(1);
    assertThatThrownBy(() -> SearchWords.parse("x".repeat(501)))
        .isInstanceOf(InvalidQuery.class)
        .hasMessageContaining("501");
  }

  @Test
  void whatMustNotBeSaidIsNoHit() {
    assertThat(SearchWords.parse("refund -kettle").wanted())
        .extracting(SearchWords.Term::text)
        .containsExactly("refund");
  }
}

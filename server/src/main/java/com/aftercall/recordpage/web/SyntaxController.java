package com.aftercall.recordpage.web;

import com.aftercall.analysis.Analyses;
import com.aftercall.analysis.AnalysisScope;
import com.aftercall.analysis.Syntax;
import com.aftercall.analysis.SyntaxToken;
import com.aftercall.contact.AnalysisCode;
import com.aftercall.contact.ContactId;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Words by part of speech: of a long contact ten times as much as the rest of its page. */
@RestController
class SyntaxController {

  private final Analyses analyses;

  SyntaxController(Analyses analyses) {
    this.analyses = analyses;
  }

  @GetMapping("/api/v1/contacts/{contactId}/syntax")
  Map<String, List<SyntaxToken>> tokens(
      @PathVariable ContactId contactId, @RequestParam(defaultValue = "whole") String side) {
    return Map.of(
        "items",
        analyses
            .find(contactId, AnalysisCode.SYN, scope(side), Syntax.class)
            .map(Syntax::tokens)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "The syntax of this contact was not analyzed; the steps on its page say why.")));
  }

  private static AnalysisScope scope(String side) {
    return switch (side) {
      case "customer" -> AnalysisScope.CUSTOMER;
      case "agent" -> AnalysisScope.AGENT;
      case "whole" -> AnalysisScope.WHOLE;
      default ->
          throw new ResponseStatusException(
              HttpStatus.BAD_REQUEST, "side is customer, agent or whole.");
    };
  }
}

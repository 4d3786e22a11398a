package com.aftercall.analysis;

import java.util.function.Function;

/**
 * One result for each scope.
 *
 * @param <T> of an analysis
 * @param customer of what the customer said
 * @param agent of what the agent said
 * @param whole of what anybody said
 */
public record ByScope<T>(T customer, T agent, T whole) {

  /** Makes each of the three. */
  static <T> ByScope<T> each(Function<AnalysisScope, T> result) {
    return new ByScope<>(
        result.apply(AnalysisScope.CUSTOMER),
        result.apply(AnalysisScope.AGENT),
        result.apply(AnalysisScope.WHOLE));
  }

  /** The result for a scope. */
  public T of(AnalysisScope scope) {
    return switch (scope) {
      case CUSTOMER -> customer;
      case AGENT -> agent;
      case WHOLE -> whole;
    };
  }
}

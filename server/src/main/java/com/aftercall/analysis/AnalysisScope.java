package com.aftercall.analysis;

import com.aftercall.contact.Participant;

/** Whose turns an analysis looks at. */
public enum AnalysisScope {
  /** Those of the customer. */
  CUSTOMER,
  /** Those of the agent. */
  AGENT,
  /** Those of everybody, also of participants who are not known. */
  WHOLE;

  /** Whether the turns of this participant belong to it. */
  public boolean covers(Participant participant) {
    return switch (this) {
      case CUSTOMER -> participant == Participant.CUSTOMER;
      case AGENT -> participant == Participant.AGENT;
      case WHOLE -> true;
    };
  }
}

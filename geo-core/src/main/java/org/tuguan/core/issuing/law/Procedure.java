package org.tuguan.core.issuing.law;

/** What has to be done within a number of days. */
public enum Procedure {
  /** Decide on a request for government information; from the day it was received. */
  INFORMATION_DECISION("information-decision"),
  /** Hear a third party; from the day it was notified. */
  THIRD_PARTY("third-party"),
  /** Decide on a request to correct information; from the day it was received. */
  INFORMATION_CORRECTION("information-correction"),
  /** Complete an application for survey results; from the day of the notice. */
  SURVEY_CORRECTION("survey-correction"),
  /** Decide on an application for survey results; from the day it was received. */
  SURVEY_DECISION("survey-decision"),
  /** Ask for more time to pay; from the day the obstacle ended. */
  EXTENSION_OF_PAYMENT("extension-of-payment");

  private final String clause;

  Procedure(String clause) {
    this.clause = clause;
  }

  String clause() {
    return clause;
  }
}

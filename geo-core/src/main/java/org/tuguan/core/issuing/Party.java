package org.tuguan.core.issuing;

/** In what part somebody has to do with an application. */
public enum Party {
  APPLICANT,
  /** Examines applications and decides on them. */
  OFFICER,
  /** Answers for a layer that is asked for. */
  OWNER,
  CASHIER,
  /** The program itself: a payment that came, a package that is ready, a deadline that passed. */
  SYSTEM
}

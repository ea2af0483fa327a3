package org.tuguan.core.access;

/** What a person does here; one person may have several. */
public enum Role {
  /** Looks things up; everybody with an account has it. */
  READER,
  /** Draws up plans, such as where the next Wi-Fi access points go. */
  PLANNER,
  /** Answers for the layers of the agency that the account belongs to. */
  OWNER,
  /** Issues data: examines applications and decides on them. */
  OFFICER,
  /** Takes payments and reconciles them. */
  CASHIER,
  /** Keeps the indicators and the circulation rate. */
  KPI,
  /** Runs the library: accounts, agencies, rights, keys, settings. */
  ADMIN
}

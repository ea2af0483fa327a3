package org.tuguan.core.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What kind of applicant somebody is; fee standards and terms of use tell them apart. Its code in
 * files and on the wire is the name in lower case.
 */
public enum ApplicantClass {
  /** An agency of this city. */
  CITY_AGENCY,
  /** Somebody who works for an agency of this city under contract, and may prove it. */
  CITY_CONTRACTOR,
  /** The Ministry of the Interior and its subordinate agencies. */
  MOI_AND_SUBORDINATE,
  /** A land office. */
  LAND_OFFICE,
  /** Any other agency of the state, a county or another city. */
  OTHER_GOVERNMENT,
  PUBLIC_SCHOOL,
  PRIVATE_SCHOOL,
  /** A school, for standards that do not tell public from private. */
  SCHOOL,
  /** A research institution or a university department. */
  ACADEMIC_UNIT,
  /** A researcher in person. */
  ACADEMIC_RESEARCHER,
  /** An association of land owners for a readjustment of their own. */
  SELF_ORGANISED_READJUSTMENT,
  /** A company or another legal person under private law. */
  COMPANY,
  NATURAL_PERSON;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ApplicantClass> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}

package org.tuguan.api.issuing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * What somebody wants of published layers.
 *
 * @param layers names, at least one, each once
 * @param formats ids of file formats
 * @param crs code of the system of the files
 * @param standard id of a fee standard; empty for the usual one
 * @param date of application, in Taipei; empty for today
 * @param kind class of applicant that is named; counts only for those who are not known
 * @param purpose in free words or one of the vocabulary
 * @param use value_added or non_value_added; empty if not said
 * @param reciprocity true if it is asked for by reciprocity
 */
record DataRequest(
    List<String> layers,
    Where where,
    List<String> formats,
    String crs,
    Optional<String> standard,
    Optional<LocalDate> date,
    Optional<String> kind,
    String purpose,
    Optional<String> use,
    Optional<Contract> contract,
    boolean reciprocity) {
  /**
   * At most one of area, sheets and villages; none of them for the whole layers.
   *
   * @param area polygons in CRS:84, longitude first
   * @param series of the sheets; empty for the usual one of what is charged
   */
  record Where(
      Optional<Geometry> area,
      Optional<String> series,
      List<String> sheets,
      List<String> villages) {
    Where {
      Objects.requireNonNull(area);
      Objects.requireNonNull(series);
      sheets = List.copyOf(sheets);
      villages = List.copyOf(villages);
    }
  }

  /**
   * A contract with an agency of the city that the data are needed for.
   *
   * @param area to which it is limited, in CRS:84; empty if it was not said
   */
  record Contract(
      String number, String agency, LocalDate from, LocalDate until, Optional<Geometry> area) {
    Contract {
      Objects.requireNonNull(number);
      Objects.requireNonNull(agency);
      Objects.requireNonNull(area);
      if (until.isBefore(from)) {
        throw new IllegalArgumentException("it ends before it begins");
      }
    }
  }

  DataRequest {
    layers = List.copyOf(layers);
    formats = List.copyOf(formats);
    Objects.requireNonNull(where);
    Objects.requireNonNull(crs);
    Objects.requireNonNull(purpose);
  }
}

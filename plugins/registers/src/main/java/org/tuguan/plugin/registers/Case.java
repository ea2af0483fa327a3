package org.tuguan.plugin.registers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A case of a register. Days are in Asia/Taipei.
 *
 * @param number readable, without gaps in its register and year: {@code P-115-000012}
 * @param handler account that is reminded; may be empty, as {@code manager}
 * @param runsFrom day from which the deadline runs
 * @param due last day; empty if there is none
 * @param fields by id: texts, numbers ({@link java.math.BigDecimal}), booleans
 * @param lon WGS 84, together with {@code lat}
 * @param version grows with every change
 */
record Case(
    long id,
    String number,
    String register,
    String title,
    String category,
    String state,
    String agency,
    String handler,
    String manager,
    LocalDate opened,
    LocalDate runsFrom,
    Optional<LocalDate> due,
    Optional<LocalDate> closed,
    Map<String, Object> fields,
    Optional<Double> lon,
    Optional<Double> lat,
    boolean synthetic,
    int version) {
  Case {
    fields = Map.copyOf(fields);
  }

  Case numbered(String given) {
    return new Case(
        id, given, register, title, category, state, agency, handler, manager, opened, runsFrom,
        due, closed, fields, lon, lat, synthetic, version);
  }
}

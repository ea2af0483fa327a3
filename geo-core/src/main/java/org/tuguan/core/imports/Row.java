package org.tuguan.core.imports;

import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * A record as it stands in the file. Not copied for speed: whoever makes one gives its parts away.
 *
 * @param number of the record, from 1
 * @param line of a text file on which the record begins, from 1; 0 where files have no lines
 * @param id Long or String, as the file numbers its features; null if it does not
 * @param geometry x east, in the file's system; null or empty if the record has none
 * @param values by the file's column names, in its order: String, Long, Double, Boolean, LocalDate,
 *     OffsetDateTime or null
 */
public record Row(
    long number, long line, Object id, Geometry geometry, Map<String, Object> values) {
  public Row {
    Objects.requireNonNull(values);
  }
}

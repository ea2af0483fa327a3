package org.tuguan.core.feature.cql2;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.geotools.api.filter.FilterFactory;
import org.tuguan.core.feature.cql2.Operand.Kind;

/**
 * From a first moment to a last one, both included; null stands for an open end. The two are the
 * same for an instant.
 */
record Period(Operand start, Operand end) {
  /**
   * The instant in a form that compares with values of this kind: a date among times is the day
   * from its first to its last microsecond in Asia/Taipei, a time among dates is its day there.
   */
  static Period of(Operand instant, Kind common, FilterFactory filters) {
    if (instant.kind() == common) {
      return new Period(instant, instant);
    }
    if (instant.value() instanceof LocalDate date) {
      return new Period(
          moment(date, instant, filters, 0), moment(date.plusDays(1), instant, filters, -1));
    }
    LocalDate day =
        ((OffsetDateTime) instant.value()).atZoneSameInstant(Literals.ZONE).toLocalDate();
    Operand converted = new Operand(filters.literal(day), Kind.DATE, instant.place());
    return new Period(converted, converted);
  }

  private static Operand moment(LocalDate day, Operand source, FilterFactory filters, int micros) {
    OffsetDateTime time =
        day.atStartOfDay(Literals.ZONE)
            .plusNanos(1_000L * micros)
            .toOffsetDateTime()
            .withOffsetSameInstant(ZoneOffset.UTC);
    return new Operand(filters.literal(time), Kind.TIMESTAMP, source.place());
  }

  /** Of two dates or two times. */
  static int order(Object a, Object b) {
    return a instanceof LocalDate date
        ? date.compareTo((LocalDate) b)
        : ((OffsetDateTime) a).toInstant().compareTo(((OffsetDateTime) b).toInstant());
  }
}

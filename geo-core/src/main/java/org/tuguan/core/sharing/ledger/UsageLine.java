package org.tuguan.core.sharing.ledger;

import java.util.Optional;
import org.tuguan.core.sharing.UsageArea;
import org.tuguan.core.sharing.UsageRecord;

/**
 * Records and gaps as rows in the text format of PostgreSQL's {@code COPY}, which is also how they
 * stand in the journal: what is on disk goes to the database as it is.
 */
public final class UsageLine {
  /** Columns of a record, in the order in which they are written. */
  public static final String RECORD_COLUMNS =
      "at, request, agency, partner, account, key, layer, service, operation, format, uses, count, bytes, "
          + "micros, outcome, class, rules, west, south, east, north";

  /** Columns of a gap. */
  public static final String GAP_COLUMNS = "since, until, records, cause";

  private static final String NULL = "\\N";
  private static final double DIGITS = 1e5;

  private UsageLine() {}

  /** Without the end of the line. */
  public static String of(UsageRecord record) {
    StringBuilder row = new StringBuilder(220);
    row.append(record.at()).append('\t').append(record.request());
    text(row, record.by().agency());
    number(row, record.by().partner());
    text(row, record.by().user());
    number(row, record.by().key());
    text(row, record.layer());
    text(row, record.operation().service());
    text(row, record.operation().operation());
    text(row, record.operation().format());
    row.append('\t').append(record.measure().uses());
    row.append('\t').append(record.measure().count());
    row.append('\t').append(record.measure().bytes());
    row.append('\t').append(record.measure().took().toNanos() / 1000);
    text(row, record.outcome().code());
    text(row, record.useClass().code());
    row.append('\t').append(record.rules());
    area(row, record.area());
    return row.toString();
  }

  /** Without the end of the line. */
  public static String of(UsageGap gap) {
    StringBuilder row = new StringBuilder(80);
    row.append(gap.from()).append('\t').append(gap.until()).append('\t');
    row.append(gap.records().isPresent() ? Long.toString(gap.records().getAsLong()) : NULL);
    text(row, gap.cause().code());
    return row.toString();
  }

  private static void area(StringBuilder row, Optional<UsageArea> area) {
    if (area.isEmpty()) {
      row.append("\t\\N\t\\N\t\\N\t\\N");
      return;
    }
    UsageArea box = area.get();
    for (double side : new double[] {box.west(), box.south(), box.east(), box.north()}) {
      row.append('\t').append(Math.round(side * DIGITS) / DIGITS);
    }
  }

  private static void number(StringBuilder row, Optional<Long> value) {
    row.append('\t');
    value.ifPresentOrElse(row::append, () -> row.append(NULL));
  }

  private static void text(StringBuilder row, Optional<String> value) {
    if (value.isPresent()) {
      text(row, value.get());
    } else {
      row.append('\t').append(NULL);
    }
  }

  private static void text(StringBuilder row, String value) {
    row.append('\t');
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      switch (each) {
        case '\\' -> row.append("\\\\");
        case '\t' -> row.append("\\t");
        case '\n' -> row.append("\\n");
        case '\r' -> row.append("\\r");
        case '\0' -> row.append(' '); // no text in PostgreSQL can hold it
        default -> row.append(Character.isSurrogate(each) ? pair(value, i) : each);
      }
    }
  }

  /** Half a pair is no character and would be refused. */
  private static char pair(String value, int at) {
    char each = value.charAt(at);
    boolean whole =
        Character.isHighSurrogate(each)
            ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
            : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
    return whole ? each : '?';
  }
}

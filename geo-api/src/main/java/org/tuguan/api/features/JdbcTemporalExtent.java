package org.tuguan.api.features;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.TableRef;

/** From when to when the features of a table are; asked of the database every few minutes. */
@Repository
class JdbcTemporalExtent {
  /** Both ends as RFC 3339 has them: dates or times. */
  record Interval(String start, String end) {}

  private final JdbcClient jdbc;
  private final Cache<TableRef, Optional<Interval>> known =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofMinutes(5)).build();

  JdbcTemporalExtent(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty if the table has no date and no time, or none with a value. */
  Optional<Interval> find(TableRef table) {
    return ItemsParser.time(table.type())
        .flatMap(attribute -> known.get(table, key -> read(key, attribute)));
  }

  private Optional<Interval> read(TableRef table, Attribute attribute) {
    String column = quoted(attribute.name());
    return jdbc.sql(
            "SELECT min(%1$s), max(%1$s) FROM %2$s.%3$s"
                .formatted(column, quoted(table.schema()), quoted(table.table())))
        .query((row, i) -> interval(row, attribute.type()))
        .single();
  }

  private static Optional<Interval> interval(ResultSet row, AttributeType type)
      throws SQLException {
    Class<?> kind = type == AttributeType.DATE ? LocalDate.class : OffsetDateTime.class;
    Object start = row.getObject(1, kind);
    Object end = row.getObject(2, kind);
    return start == null ? Optional.empty() : Optional.of(new Interval(text(start), text(end)));
  }

  private static String text(Object instant) {
    return instant instanceof OffsetDateTime time
        ? time.toInstant().toString()
        : instant + "T00:00:00Z";
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}

package org.tuguan.plugin.registers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.core.analysis.Period;

/** Counts over the cases of a register, made by the database. */
@Repository
class JdbcCounts {
  private static final String IN_TIME = "closed IS NOT NULL AND (due IS NULL OR closed <= due)";

  private final JdbcClient jdbc;

  JdbcCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The cases opened in a month, by category.
   *
   * @param late closed after their last day, or open though it is over
   */
  record MonthRow(
      YearMonth month, String category, long opened, long closed, long inTime, long late) {}

  List<MonthRow> months(String register, Period period, LocalDate today) {
    return jdbc.sql(
            """
            SELECT date_trunc('month', opened)::date AS month, category, count(*) AS opened,
              count(closed) AS closed,
              count(*) FILTER (WHERE closed IS NOT NULL AND (due IS NULL OR closed <= due)) AS in_time,
              count(*) FILTER (WHERE due < coalesce(closed, :today)) AS late
            FROM plugin_registers.register_case
            WHERE register = :register AND opened BETWEEN :from AND :until
            GROUP BY 1, 2 ORDER BY 1, 2
            """)
        .param("register", register)
        .param("from", period.from())
        .param("until", period.until())
        .param("today", today)
        .query(
            (row, i) ->
                new MonthRow(
                    YearMonth.from(row.getObject("month", LocalDate.class)),
                    row.getString("category"),
                    row.getLong("opened"),
                    row.getLong("closed"),
                    row.getLong("in_time"),
                    row.getLong("late")))
        .list();
  }

  /** How many are open and overdue, by register. */
  record Standing(String register, long cases, long open, long overdue) {}

  List<Standing> standing(LocalDate today) {
    return jdbc.sql(
            """
            SELECT register, count(*) AS cases, count(*) FILTER (WHERE closed IS NULL) AS open,
              count(*) FILTER (WHERE closed IS NULL AND due < :today) AS overdue
            FROM plugin_registers.register_case GROUP BY register
            """)
        .param("today", today)
        .query(
            (row, i) ->
                new Standing(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)))
        .list();
  }

  long opened(String register, Optional<String> category, Period period) {
    return jdbc.sql(
            """
            SELECT count(*) FROM plugin_registers.register_case
            WHERE register = :register AND opened BETWEEN :from AND :until
              AND (:category::text IS NULL OR category = :category)
            """)
        .param("register", register)
        .param("from", period.from())
        .param("until", period.until())
        .param("category", category.orElse(null))
        .query(Long.class)
        .single();
  }

  /** One of the numbers of an indicator. */
  BigDecimal number(String register, Register.Over over, Register.Part part, Period period) {
    Map<String, Object> parameters = parameters(register, part, period);
    String what =
        part.sum().isPresent() ? "coalesce(sum((fields ->> :field)::numeric), 0)" : "count(*)";
    part.sum().ifPresent(field -> parameters.put("field", field));
    return jdbc.sql(
            "SELECT "
                + what
                + " FROM plugin_registers.register_case WHERE "
                + String.join(" AND ", conditions(over, part)))
        .params(parameters)
        .query(BigDecimal.class)
        .single();
  }

  /** A case behind an indicator. */
  record Row(String number, String title, LocalDate day, boolean counted) {}

  /** The cases of the denominator, and which of them are in the numerator as well. */
  List<Row> rows(
      String register,
      Register.Over over,
      Register.Part numerator,
      Register.Part denominator,
      Period period,
      int limit) {
    Map<String, Object> parameters = parameters(register, denominator, period);
    String counted =
        numerator.sum().isPresent() ? "true" : String.join(" AND ", own(numerator, "n_"));
    parameters.putAll(ownParameters(numerator, "n_"));
    String day = column(over);
    return jdbc.sql(
            "SELECT number, title, "
                + day
                + " AS day, ("
                + (counted.isEmpty() ? "true" : counted)
                + ") AS counted FROM plugin_registers.register_case WHERE "
                + String.join(" AND ", conditions(over, denominator))
                + " ORDER BY 4, "
                + day
                + " DESC, id DESC LIMIT :limit")
        .params(parameters)
        .param("limit", limit)
        .query(
            (row, i) ->
                new Row(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    row.getBoolean(4)))
        .list();
  }

  private static Map<String, Object> parameters(
      String register, Register.Part part, Period period) {
    Map<String, Object> parameters =
        new LinkedHashMap<>(
            Map.of("register", register, "from", period.from(), "until", period.until()));
    parameters.putAll(ownParameters(part, ""));
    return parameters;
  }

  private static List<String> conditions(Register.Over over, Register.Part part) {
    List<String> conditions = new ArrayList<>();
    conditions.add("register = :register");
    conditions.add(column(over) + " BETWEEN :from AND :until");
    conditions.addAll(own(part, ""));
    return conditions;
  }

  private static String column(Register.Over over) {
    return over == Register.Over.OPENED ? "opened" : "closed";
  }

  private static List<String> own(Register.Part part, String prefix) {
    List<String> conditions = new ArrayList<>();
    if (part.inTime()) {
      conditions.add("(" + IN_TIME + ")");
    }
    if (!part.states().isEmpty()) {
      conditions.add("state IN (:" + prefix + "states)");
    }
    if (part.byThen()) {
      conditions.add("closed <= :until");
    }
    if (part.agency().isPresent()) {
      conditions.add("agency = :" + prefix + "agency");
    }
    return conditions;
  }

  private static Map<String, Object> ownParameters(Register.Part part, String prefix) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    if (!part.states().isEmpty()) {
      parameters.put(prefix + "states", part.states());
    }
    part.agency().ifPresent(agency -> parameters.put(prefix + "agency", agency));
    return parameters;
  }
}

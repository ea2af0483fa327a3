package org.tuguan.api.issuing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanApplication;

/**
 * Numbers that people quote, without gaps. Whoever takes one holds up the others of its series
 * until the transaction ends: take it last.
 */
@Repository
public class JdbcSerialNumbers {
  private static final int ROC = 1911;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcSerialNumbers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The next of a series in this ROC year, for example {@code A-115-000123}; given back if the
   * transaction fails.
   *
   * @param series a letter or two
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(String series) {
    int year = LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE).getYear() - ROC;
    long number =
        jdbc.sql(
                """
                INSERT INTO tuguan.serial_number AS known (series, year, last) VALUES (:series, :year, 1)
                ON CONFLICT (series, year) DO UPDATE SET last = known.last + 1 RETURNING last
                """)
            .param("series", series)
            .param("year", year)
            .query(Long.class)
            .single();
    return String.format(Locale.ROOT, "%s-%d-%06d", series, year, number);
  }
}

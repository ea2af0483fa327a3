package org.tuguan.api.plugin;

import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has those who ask for one job do so one after the other, on all nodes: two rows of one name would
 * break the transaction of the second. Safe for any thread.
 */
@Repository
class JdbcAsks {
  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  JdbcAsks(JdbcClient jdbc, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** In the caller's transaction if there is one; others wait until that is over. */
  void alone(String job, Runnable work) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:job, 44))")
              .param("job", job)
              .query(row -> {});
          work.run();
        });
  }

  /** False, without the work, while somebody asks; else what the work says. */
  boolean ifNobodyAsks(String job, BooleanSupplier work) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status ->
                jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(:job, 44))")
                        .param("job", job)
                        .query(Boolean.class)
                        .single()
                    && work.getAsBoolean()));
  }
}

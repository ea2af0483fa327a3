package org.tuguan.api.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.Rows;

/**
 * The rows of the audit trail. The database makes the chain when a transaction ends; here it is
 * only checked, by a computation of our own.
 */
@Repository
class JdbcAudit {
  private static final String WRITE =
      """
      INSERT INTO tuguan.audit_waiting (at, actor, action, subject, details)
      VALUES (:at, :actor, :action, :subject, :details)
      """;
  private static final String LIST =
      """
      SELECT id, at, actor, action, subject, details FROM tuguan.audit
      WHERE (:before = 0 OR id < :before)
        AND (:actor = '' OR actor = :actor)
        AND (:action = '' OR starts_with(action, :action))
        AND (:subject = '' OR starts_with(subject, :subject))
      ORDER BY id DESC LIMIT :limit
      """;

  private final JdbcClient jdbc;

  JdbcAudit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What to list; empty texts are for all.
   *
   * @param before only entries with a smaller id; 0 for all
   * @param action how it begins
   * @param subject how it begins
   */
  record Wanted(long before, String actor, String action, String subject, int limit) {}

  /**
   * What a check of the chain found.
   *
   * @param entries checked
   * @param head hash of the last entry, as hexadecimal digits; to be noted down elsewhere
   * @param broken the first entry that is not what it was, or does not follow the one before; empty
   *     if all is well
   */
  record Verdict(long entries, String head, Optional<Long> broken) {}

  void write(Instant at, String actor, String action, String subject, String details) {
    jdbc.sql(WRITE)
        .param("at", Rows.at(at.truncatedTo(ChronoUnit.MICROS)))
        .param("actor", actor)
        .param("action", action)
        .param("subject", subject)
        .param("details", details)
        .update();
  }

  List<AuditEntry> list(Wanted wanted) {
    return jdbc.sql(LIST)
        .param("before", wanted.before())
        .param("actor", wanted.actor())
        .param("action", wanted.action())
        .param("subject", wanted.subject())
        .param("limit", wanted.limit())
        .query((row, i) -> entry(row))
        .list();
  }

  /** Reads the whole trail as it is at one moment and computes every hash again. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Verdict verify() {
    Chain chain = new Chain();
    jdbc.sql("SELECT id, at, actor, action, subject, details, hash FROM tuguan.audit ORDER BY id")
        .withFetchSize(5_000)
        .query(
            row -> {
              chain.add(entry(row), row.getBytes("hash"));
            });
    AtomicReference<byte[]> head = new AtomicReference<>();
    long last =
        jdbc.sql("SELECT id, hash FROM tuguan.audit_head")
            .query(
                (row, i) -> {
                  head.set(row.getBytes("hash"));
                  return row.getLong("id");
                })
            .single();
    return chain.verdict(last, head.get());
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        Rows.instant(row, "at"),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("details"));
  }

  /** The chain as far as it has been read. */
  private static final class Chain {
    private final MessageDigest digest = sha256();
    private byte[] previous = {};
    private long count;
    private Optional<Long> broken = Optional.empty();

    void add(AuditEntry entry, byte[] hash) {
      count++;
      if (broken.isEmpty() && (entry.id() != count || !Arrays.equals(hash, hash(entry)))) {
        broken = Optional.of(Math.min(entry.id(), count));
      }
      previous = hash;
    }

    Verdict verdict(long last, byte[] head) {
      if (broken.isEmpty() && (last != count || !Arrays.equals(head, previous))) {
        broken = Optional.of(count + 1);
      }
      return new Verdict(count, HexFormat.of().formatHex(previous), broken);
    }

    private byte[] hash(AuditEntry entry) {
      digest.update(previous);
      part(Long.toString(entry.id()));
      part(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at())));
      part(entry.actor());
      part(entry.action());
      part(entry.subject());
      part(entry.details());
      return digest.digest();
    }

    private void part(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(ByteBuffer.wrap(bytes));
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

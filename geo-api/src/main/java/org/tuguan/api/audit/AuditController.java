package org.tuguan.api.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/audit}: the audit trail, newest first, for administrators. */
@RestController
class AuditController {
  private static final int LONGEST_PAGE = 500;

  private final JdbcAudit audit;

  AuditController(JdbcAudit audit) {
    this.audit = audit;
  }

  /**
   * @param next value of {@code before} for the following page; null if there is none
   */
  record Page(List<Line> entries, Long next) {}

  record Line(
      long id,
      Instant at,
      String actor,
      String action,
      String subject,
      @JsonRawValue String details) {}

  @GetMapping("/api/v1/audit")
  Page list(
      @RequestParam(name = "before", defaultValue = "0") long before,
      @RequestParam(name = "actor", defaultValue = "") String actor,
      @RequestParam(name = "action", defaultValue = "") String action,
      @RequestParam(name = "subject", defaultValue = "") String subject,
      @RequestParam(name = "limit", defaultValue = "50") int limit) {
    int count = Math.max(1, Math.min(limit, LONGEST_PAGE));
    List<Line> lines =
        audit.list(new JdbcAudit.Wanted(before, actor, action, subject, count)).stream()
            .map(AuditController::line)
            .toList();
    return new Page(lines, lines.size() < count ? null : lines.get(count - 1).id());
  }

  /** Computes the whole chain again. */
  @GetMapping("/api/v1/audit/verification")
  JdbcAudit.Verdict verify() {
    return audit.verify();
  }

  private static Line line(AuditEntry entry) {
    return new Line(
        entry.id(), entry.at(), entry.actor(), entry.action(), entry.subject(), entry.details());
  }
}

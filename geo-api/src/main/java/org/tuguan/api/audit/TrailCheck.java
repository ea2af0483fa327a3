package org.tuguan.api.audit;

import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/** Checks that the audit trail is what it was. */
@Component
class TrailCheck implements AuditCheck {
  private final JdbcAudit audit;

  TrailCheck(JdbcAudit audit) {
    this.audit = audit;
  }

  @Override
  public String name() {
    return "trail";
  }

  @Override
  public String purpose() {
    return "檢查稽核紀錄是否遭更動 check that the audit trail was not changed";
  }

  @Override
  @SuppressWarnings("SystemOut")
  public void run() {
    JdbcAudit.Verdict verdict = audit.verify();
    if (verdict.broken().isPresent()) {
      long id = verdict.broken().get();
      throw new RequestException(
          Fault.CONFLICT,
          "",
          new LocalText(
              "稽核紀錄自第 " + id + " 筆起與雜湊鏈不符", "the audit trail is broken from entry " + id + " on"));
    }
    System.out.printf(
        "✓ 稽核紀錄 %,d 筆，雜湊鏈完整 %,d entries, the chain is whole%n  %s%n",
        verdict.entries(), verdict.entries(), verdict.head());
  }
}

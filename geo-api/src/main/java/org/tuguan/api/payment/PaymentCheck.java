package org.tuguan.api.payment;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.audit.AuditCheck;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/** Proves that no payment was lost or doubled, and that the books agree with everything else. */
@Component
class PaymentCheck implements AuditCheck {
  private static final int SHOWN = 20;

  private final JdbcPaymentProofs proofs;

  PaymentCheck(JdbcPaymentProofs proofs) {
    this.proofs = proofs;
  }

  @Override
  public String name() {
    return "payments";
  }

  @Override
  public String purpose() {
    return "核對繳費、收據、退費與帳務 prove that payments, receipts, refunds and books agree";
  }

  /** At one moment, while others go on paying. */
  @Override
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  @SuppressWarnings("SystemOut")
  public void run() {
    for (JdbcPaymentProofs.Proof proof : proofs.list()) {
      List<String> wrong = proof.counterexamples();
      if (!wrong.isEmpty()) {
        String shown = String.join("; ", wrong.subList(0, Math.min(SHOWN, wrong.size())));
        throw new RequestException(
            Fault.CONFLICT,
            "",
            new LocalText(
                "不成立：%s（%,d 件）：%s".formatted(proof.zh(), wrong.size(), shown),
                "not so: %s (%,d): %s".formatted(proof.en(), wrong.size(), shown)));
      }
      System.out.printf("✓ %s %s%n", proof.zh(), proof.en());
    }
    System.out.printf(
        "  繳費 %,d 筆、收據 %,d 張、分錄 %,d 筆 payments, receipts, entries%n",
        proofs.count("payment"), proofs.count("receipt"), proofs.count("ledger_entry"));
  }
}

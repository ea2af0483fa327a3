package org.tuguan.api.usage;

import java.time.YearMonth;
import org.springframework.stereotype.Component;
import org.tuguan.api.audit.AuditCheck;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/** Adds up all single records again and compares the sums of days. */
@Component
class UsageCheck implements AuditCheck {
  private final JdbcUsageUpkeep months;

  UsageCheck(JdbcUsageUpkeep months) {
    this.months = months;
  }

  @Override
  public String name() {
    return "usage";
  }

  @Override
  public String purpose() {
    return "以使用紀錄重算每日合計並比對 add up the ledger of use again and compare";
  }

  @Override
  @SuppressWarnings("SystemOut")
  public void run() {
    for (YearMonth month : months.listMonths()) {
      JdbcUsageUpkeep.Comparison found = months.compare(month);
      if (found.same() != found.sums()) {
        throw new RequestException(
            Fault.CONFLICT,
            "",
            new LocalText(
                "%s 的每日合計有 %d 項與紀錄不符，最早為 %s"
                    .formatted(month, found.sums() - found.same(), found.first()),
                "%d sums of %s are not what the records say, the first on %s"
                    .formatted(found.sums() - found.same(), month, found.first())));
      }
      System.out.printf(
          "✓ %s：使用 %,d 次，每日合計 %,d 項相符 %,d uses, %,d sums agree%n",
          month, found.uses(), found.sums(), found.uses(), found.sums());
    }
  }
}

package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.security.Callers;
import org.tuguan.core.LocalText;
import org.tuguan.core.payment.LedgerAccount;
import org.tuguan.core.payment.LedgerEntry;
import org.tuguan.core.payment.LedgerLine;

/** {@code /api/v1/ledger}: the books, for cashiers, officers and administrators. */
@RestController
class LedgerController {
  private static final int LONGEST_PAGE = 500;

  private final JdbcLedger ledger;

  LedgerController(JdbcLedger ledger) {
    this.ledger = ledger;
  }

  record LineJson(
      String account,
      LocalText title,
      BigDecimal debit,
      BigDecimal credit,
      String agency,
      String layer,
      String article) {
    static LineJson of(LedgerLine line) {
      return new LineJson(
          line.account().code(),
          line.account().kind().title(),
          line.debit(),
          line.credit(),
          line.about().agency(),
          line.about().layer(),
          line.about().article());
    }
  }

  /** Ids are null where an entry is not about such a thing. */
  record EntryJson(
      long id,
      LocalDate day,
      Instant at,
      LedgerEntry.Kind kind,
      LocalText text,
      Long application,
      Long payment,
      Long remittance,
      Long refund,
      List<LineJson> lines) {
    static EntryJson of(JdbcLedger.Row row) {
      return new EntryJson(
          row.id(),
          row.day(),
          row.at(),
          row.entry().kind(),
          row.entry().kind().title(),
          row.about().application(),
          row.about().payment(),
          row.about().remittance(),
          row.about().refund(),
          row.entry().lines().stream().map(LineJson::of).toList());
    }
  }

  /**
   * @param balance debit less credit
   */
  record BalanceJson(
      String account, LocalText title, BigDecimal debit, BigDecimal credit, BigDecimal balance) {
    static BalanceJson of(JdbcLedger.Balance balance) {
      LedgerAccount account = balance.account();
      return new BalanceJson(
          account.code(),
          account.kind().title(),
          balance.debit(),
          balance.credit(),
          balance.debit().subtract(balance.credit()));
    }
  }

  /**
   * @param balances of the whole time asked for, on whatever page
   * @param next value of {@code before} for the following page; null if there is none
   */
  record Page(List<EntryJson> entries, List<BalanceJson> balances, Long next) {}

  @GetMapping("/api/v1/ledger")
  Page list(
      @RequestParam(name = "from", defaultValue = "2000-01-01") String from,
      @RequestParam(name = "to", defaultValue = "9999-12-31") String to,
      @RequestParam(name = "before", defaultValue = "0") long before,
      @RequestParam(name = "limit", defaultValue = "100") int limit) {
    SeenPayments.requireAll(Callers.current());
    LocalDate first = Fields.day("from", from);
    LocalDate last = Fields.day("to", to);
    int count = Math.max(1, Math.min(limit, LONGEST_PAGE));
    List<EntryJson> found =
        ledger.list(first, last, before, count).stream().map(EntryJson::of).toList();
    return new Page(
        found,
        ledger.balances(first, last).stream().map(BalanceJson::of).toList(),
        found.size() < count ? null : found.get(count - 1).id());
  }
}

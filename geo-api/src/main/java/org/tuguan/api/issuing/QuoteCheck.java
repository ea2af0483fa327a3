package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.api.audit.AuditCheck;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.FeeStandard;
import org.tuguan.core.issuing.FeeStandards;
import org.tuguan.core.issuing.Outcome;
import org.tuguan.core.issuing.Quote;
import org.tuguan.core.issuing.QuoteRequest;

/** Prices every quote again, under the version that it was given under. */
@Component
class QuoteCheck implements AuditCheck {
  private static final int BATCH = 500;
  private static final int SHOWN = 20;

  private final JdbcQuotes quotes;
  private final FeeStandardStore store;

  QuoteCheck(JdbcQuotes quotes, FeeStandardStore store) {
    this.quotes = quotes;
    this.store = store;
  }

  @Override
  public String name() {
    return "quotes";
  }

  @Override
  public String purpose() {
    return "重新計算每份試算 price every quote again, to the same dollar";
  }

  @Override
  @SuppressWarnings("SystemOut")
  public void run() {
    FeeStandards standards = store.standards();
    List<String> different = new ArrayList<>();
    long count = 0;
    long last = 0;
    for (List<JdbcQuotes.Row> rows = quotes.listAfter(last, BATCH);
        !rows.isEmpty();
        rows = quotes.listAfter(last, BATCH)) {
      for (JdbcQuotes.Row row : rows) {
        difference(standards, row.quote()).ifPresent(different::add);
        last = row.id();
        count++;
      }
    }
    if (!different.isEmpty()) {
      String shown = String.join("; ", different.subList(0, Math.min(SHOWN, different.size())));
      throw new RequestException(
          Fault.CONFLICT,
          "",
          new LocalText(
              "%,d 份試算與原結果不同：%s".formatted(different.size(), shown),
              "%,d quotes come to something else: %s".formatted(different.size(), shown)));
    }
    System.out.printf("✓ 試算 %,d 份，重算結果相同 %,d quotes, all come to the same%n", count, count);
  }

  private static Optional<String> difference(FeeStandards standards, KeptQuote kept) {
    KeptQuote.Priced priced = kept.priced();
    if (priced.standard().isEmpty()) {
      return priced.status() == Outcome.NOT_APPLICABLE
          ? Optional.empty()
          : Optional.of(kept.number() + ": priced under no standard");
    }
    Optional<FeeStandard> standard =
        standards.findVersion(priced.standard().get(), priced.version().orElseThrow());
    if (standard.isEmpty()) {
      return Optional.of(kept.number() + ": its version is gone");
    }
    Quote quote = standards.priceUnder(standard.get(), QuoteRequest.read(kept.request()));
    boolean same =
        quote.status() == priced.status()
            && amount(quote.total()).compareTo(amount(priced.total())) == 0;
    return same
        ? Optional.empty()
        : Optional.of(
            "%s: %s %s, was %s %s"
                .formatted(
                    kept.number(),
                    quote.status(),
                    quote.total().map(BigDecimal::toPlainString).orElse("-"),
                    priced.status(),
                    priced.total().map(BigDecimal::toPlainString).orElse("-")));
  }

  private static BigDecimal amount(Optional<BigDecimal> total) {
    return total.orElse(BigDecimal.ONE.negate());
  }
}

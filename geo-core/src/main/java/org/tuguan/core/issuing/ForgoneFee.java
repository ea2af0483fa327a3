package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What one rule took off a fee.
 *
 * @param amounts before and after the rule; empty if nobody knows the full price
 */
public record ForgoneFee(FeeRule rule, Optional<Amounts> amounts) {
  private static final Set<RuleType> FORGOING =
      EnumSet.of(
          RuleType.EXEMPTION,
          RuleType.DATA_VINTAGE_EXEMPTION,
          RuleType.CONTRACT_REDUCTION,
          RuleType.RECIPROCITY_BY_APPROVAL,
          RuleType.PER_CONTRIBUTION_REDUCTION,
          RuleType.ORDINAL_DISCOUNT);

  /** Whole NT$. */
  public record Amounts(BigDecimal before, BigDecimal after) {
    public BigDecimal forgone() {
      return before.subtract(after);
    }
  }

  public ForgoneFee {
    Objects.requireNonNull(rule);
    Objects.requireNonNull(amounts);
  }

  /**
   * The rules that a quote names, in the order of the standard: the request is priced without any
   * exemption or reduction, and these are put back one after the other, so that what each took off
   * sums to full price minus price.
   */
  public static List<ForgoneFee> of(
      FeeStandards standards, FeeStandard standard, QuoteRequest request, Quote quote) {
    Set<String> named = named(quote);
    List<FeeRule> applied =
        standard.rules().stream()
            .filter(rule -> forgoes(rule) && named.contains(rule.id()))
            .toList();
    List<FeeRule> rules =
        new ArrayList<>(standard.rules().stream().filter(rule -> !forgoes(rule)).toList());
    List<ForgoneFee> forgone = new ArrayList<>();
    Optional<BigDecimal> before = total(standards, with(standard, rules), request);
    for (int i = 0; i < applied.size(); i++) {
      FeeRule rule = applied.get(i);
      rules.add(rule);
      rules.sort((one, other) -> standard.rules().indexOf(one) - standard.rules().indexOf(other));
      Optional<BigDecimal> after =
          i == applied.size() - 1
              ? quote.total()
              : total(standards, with(standard, rules), request);
      Optional<BigDecimal> from = before;
      forgone.add(
          new ForgoneFee(rule, from.flatMap(more -> after.map(less -> new Amounts(more, less)))));
      before = after;
    }
    return List.copyOf(forgone);
  }

  private static boolean forgoes(FeeRule rule) {
    return FORGOING.contains(rule.type())
        || (rule.effect() instanceof Effect.Percentage percentage
            && percentage.charge().compareTo(BigDecimal.ONE) < 0);
  }

  private static Set<String> named(Quote quote) {
    Set<String> named = new LinkedHashSet<>();
    quote.decisions().stream()
        .filter(each -> each.outcome() == Outcome.EXEMPT)
        .forEach(each -> named.add(each.rule()));
    for (QuoteLine line : quote.lines()) {
      line.citation().reductions().forEach(rule -> named.add(rule.id()));
    }
    return named;
  }

  private static Optional<BigDecimal> total(
      FeeStandards standards, FeeStandard standard, QuoteRequest request) {
    return standards.priceUnder(standard, request).total();
  }

  private static FeeStandard with(FeeStandard standard, List<FeeRule> rules) {
    return new FeeStandard(
        standard.edition(),
        standard.name(),
        standard.origin(),
        standard.manner(),
        standard.products(),
        rules);
  }
}

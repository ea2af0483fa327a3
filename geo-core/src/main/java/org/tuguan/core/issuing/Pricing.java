package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.Charge.Quantity;
import org.tuguan.core.issuing.ItemPricing.Result;

/** Prices one request under one standard; for one use. */
final class Pricing {
  private static final String POSTAGE_FIELD = "postage_actual";

  private final FeeStandard standard;
  private final Vocabulary vocabulary;
  private final QuoteRequest request;
  private final Set<LocalText> warnings = new LinkedHashSet<>();
  private final ItemPricing pricing;

  Pricing(
      FeeStandard standard,
      Optional<ChargedArea> area,
      Vocabulary vocabulary,
      QuoteRequest request) {
    this.standard = standard;
    this.vocabulary = vocabulary;
    this.request = request;
    this.pricing = new ItemPricing(standard, area, warnings);
  }

  Quote quote(List<LocalText> before) {
    warnings.addAll(before);
    warnings.addAll(standard.origin().uncertain());
    if (!vocabulary.knowsApplicant(request.applicant().kind())) {
      warnings.add(
          new LocalText(
              "不認識的申請人類別，未適用任何身分減免：" + request.applicant().kind(),
              "unknown class of applicant, no reduction by class: " + request.applicant().kind()));
    }
    List<Result> results = results();
    List<QuoteLine> lines = new LineMaker(standard, warnings).lines(results);
    List<Decision> decisions = results.stream().map(Result::decision).toList();
    Outcome worst = worst(decisions);
    if (worst == Outcome.CHARGED || worst == Outcome.EXEMPT) {
      lines.addAll(extras(List.copyOf(lines)));
    }
    if (worst == Outcome.EXEMPT && !lines.isEmpty()) {
      worst = Outcome.CHARGED;
    }
    boolean priced = worst == Outcome.CHARGED || worst == Outcome.EXEMPT;
    BigDecimal total =
        lines.stream().map(QuoteLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Quote(
        worst,
        priced ? Optional.of(total) : Optional.empty(),
        new Quote.Basis(standard.edition().id(), Optional.of(standard), request.applicationDate()),
        worst == Outcome.NOT_APPLICABLE ? List.of() : lines,
        decisions,
        List.copyOf(warnings));
  }

  /** One that cannot be priced keeps the whole from having a price. */
  private static Outcome worst(List<Decision> decisions) {
    for (Outcome each : List.of(Outcome.NOT_APPLICABLE, Outcome.MANUAL_QUOTE, Outcome.CHARGED)) {
      if (decisions.stream().anyMatch(decision -> decision.outcome() == each)) {
        return each;
      }
    }
    return Outcome.EXEMPT;
  }

  private List<Result> results() {
    List<QuoteItem> items = request.items();
    List<Situation> situations = new ArrayList<>();
    for (QuoteItem item : items) {
      Situation situation = vocabulary.situation(request, item);
      situations.add(
          request
              .applicationDate()
              .map(day -> situation.with("application_date", day.toString()))
              .orElse(situation));
    }
    countOrdinals(situations);
    return IntStream.range(0, items.size()).mapToObj(i -> result(i, situations.get(i))).toList();
  }

  /** Faults name the item that they are in. */
  private Result result(int index, Situation situation) {
    try {
      return pricing.price(index, situation);
    } catch (RequestException e) {
      String at = "items[" + index + "]";
      throw new RequestException(
          e.fault(),
          at + "." + e.parameter(),
          new LocalText(at + "：" + e.text().zh(), at + ": " + e.text().en()),
          e);
    }
  }

  /**
   * Tells each item how many the applicant had before in the year. Which item of a request is the
   * first is nowhere stated: the dearest is, so that the order of the items does not matter.
   */
  private void countOrdinals(List<Situation> situations) {
    Optional<Effect.Ordinal> rule =
        standard.rules().stream()
            .map(FeeRule::effect)
            .filter(Effect.Ordinal.class::isInstance)
            .map(Effect.Ordinal.class::cast)
            .findFirst();
    if (rule.isEmpty()) {
      return;
    }
    List<Integer> dearestFirst =
        IntStream.range(0, situations.size())
            .boxed()
            .sorted((a, b) -> given(situations.get(b)).compareTo(given(situations.get(a))))
            .toList();
    BigDecimal before = BigDecimal.ZERO;
    for (int i : dearestFirst) {
      Situation situation = situations.get(i);
      String field = rule.get().already();
      Optional<BigDecimal> ordinal = situation.number("ordinal");
      BigDecimal had =
          ordinal
              .map(number -> number.subtract(BigDecimal.ONE).max(BigDecimal.ZERO))
              .orElse(situation.number(field).orElse(BigDecimal.ZERO).add(before));
      situations.set(i, situation.with(field, had));
      before = before.add(situation.number("quantity").orElse(BigDecimal.ONE));
    }
  }

  private static BigDecimal given(Situation situation) {
    return situation.number(AnnexPrice.GIVEN).orElse(BigDecimal.ZERO);
  }

  private List<QuoteLine> extras(List<QuoteLine> items) {
    QuoteItem nothing = QuoteItem.of("");
    Situation whole = vocabulary.situation(request, nothing);
    Map<Component, BigDecimal> costs = costs(whole);
    List<QuoteLine> lines = new ArrayList<>();
    for (FeeRule rule : standard.rules()) {
      if (rule.effect() instanceof Effect.PassThrough pass) {
        for (Component component : Component.values()) {
          if (pass.components().contains(component) && costs.containsKey(component)) {
            BigDecimal cost = costs.remove(component);
            lines.add(line(rule, component, cost, "actual"));
            if (component == Component.POSTAGE && pass.handling().signum() > 0) {
              lines.add(handling(rule, pass, whole));
            }
          }
        }
      } else if (rule.effect() instanceof Effect.ServiceFee fee) {
        serviceCost(fee, whole, items).ifPresent(cost -> lines.add(service(rule, fee, cost)));
      }
    }
    costs.keySet().forEach(this::warnNotNamed);
    return lines;
  }

  private void warnNotNamed(Component component) {
    String name = component.name().toLowerCase(Locale.ROOT);
    warnings.add(
        new LocalText(
            "本標準未規定由申請人負擔，未計入：" + name,
            "not counted, since the standard does not pass it on: " + name));
  }

  private static Map<Component, BigDecimal> costs(Situation whole) {
    Map<Component, BigDecimal> costs = new LinkedHashMap<>();
    cost(whole, POSTAGE_FIELD).ifPresent(cost -> costs.put(Component.POSTAGE, cost));
    cost(whole, "freight_actual").ifPresent(cost -> costs.put(Component.FREIGHT, cost));
    cost(whole, "packaging_actual").ifPresent(cost -> costs.put(Component.PACKAGING, cost));
    cost(whole, "bank_charge_actual").ifPresent(cost -> costs.put(Component.BANK_CHARGE, cost));
    return costs;
  }

  private static Optional<BigDecimal> cost(Situation whole, String field) {
    return whole.number(field).filter(cost -> cost.signum() > 0);
  }

  /**
   * Given for the request, or for its items; if it was only said that there is extra work, what the
   * items cost.
   */
  private Optional<BigDecimal> serviceCost(
      Effect.ServiceFee fee, Situation whole, List<QuoteLine> items) {
    List<Situation> said = new ArrayList<>(List.of(whole));
    if (whole.fact(fee.field()).isEmpty()) {
      request.items().forEach(item -> said.add(vocabulary.situation(request, item)));
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Situation each : said) {
      if (each.fact(fee.field()).filter("true"::equals).isPresent()) {
        return Optional.of(
            items.stream().map(QuoteLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
      }
      sum = sum.add(each.number(fee.field()).orElse(BigDecimal.ZERO));
    }
    return Optional.of(sum).filter(cost -> cost.signum() > 0);
  }

  private QuoteLine service(FeeRule rule, Effect.ServiceFee fee, BigDecimal cost) {
    Charge charge = fee.fee(rule, cost);
    return new QuoteLine(
        List.of(),
        charge.label(),
        charge.calc(),
        standard.manner().rounding().apply(charge.amount()),
        Component.SERVICE,
        citation(rule, charge.quantity()));
  }

  private QuoteLine handling(FeeRule rule, Effect.PassThrough pass, Situation whole) {
    BigDecimal mailings = whole.number("mailings").orElse(BigDecimal.ONE);
    String calc = Charge.plain(mailings) + " x " + Charge.plain(pass.handling());
    return line(rule, Component.HANDLING, pass.handling().multiply(mailings), calc);
  }

  private QuoteLine line(FeeRule rule, Component component, BigDecimal amount, String calc) {
    return new QuoteLine(
        List.of(),
        PassedOn.title(component),
        calc,
        standard.manner().rounding().apply(amount),
        component,
        citation(rule, new Quantity(BigDecimal.ONE, "case")));
  }

  private QuoteLine.Citation citation(FeeRule rule, Quantity quantity) {
    return new QuoteLine.Citation(
        "",
        rule.article(),
        quantity.unit(),
        quantity.count(),
        List.of(),
        standard.manner().demonstration());
  }
}

package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.Condition.Fit;

/** Prices one item under one standard. */
final class ItemPricing {
  /**
   * @param product empty if the standard has none of this name
   * @param charges before rounding; empty unless CHARGED
   */
  record Result(Decision decision, Optional<Product> product, List<Charge> charges) {}

  private final FeeStandard standard;
  private final Optional<ChargedArea> area;
  private final Set<LocalText> warnings;

  /**
   * @param area where the standard holds
   * @param warnings is added to
   */
  ItemPricing(FeeStandard standard, Optional<ChargedArea> area, Set<LocalText> warnings) {
    this.standard = standard;
    this.area = area;
    this.warnings = warnings;
  }

  Optional<Product> findProduct(Situation situation) {
    String asked = Vocabulary.key(situation.item().product());
    return standard.products().stream()
        .filter(product -> Vocabulary.key(product.code()).equals(asked))
        .findFirst()
        .or(() -> standard.products().stream().filter(each -> named(each, asked)).findFirst())
        .or(() -> standard.products().stream().filter(each -> each.terms().any()).findFirst());
  }

  private static boolean named(Product product, String asked) {
    return product.terms().names().stream().anyMatch(name -> Vocabulary.key(name).equals(asked))
        || Vocabulary.key(product.title().zh()).equals(asked)
        || Vocabulary.key(product.title().en()).equals(asked);
  }

  Result price(int index, Situation said) {
    Optional<Product> product = findProduct(said);
    String code = product.map(Product::code).orElse(said.item().product());
    Reply reply = new Reply(index, code, product);
    if (area.isPresent() && outside(said)) {
      FeeStandard.Territory territory = standard.manner().area().orElseThrow();
      return reply.none(Outcome.NOT_APPLICABLE, "territory", territory.article(), territory.text());
    }
    Situation situation = product.map(each -> completed(said, each)).orElse(said);
    Component component = product.map(each -> each.terms().component()).orElse(Component.USE);
    List<FeeRule> fitting = fitting(situation, code, component);
    for (FeeRule rule : fitting) {
      if (free(rule, situation, product)) {
        return reply.none(Outcome.EXEMPT, rule.id(), rule.article(), rule.text());
      }
    }
    if (product.isEmpty()) {
      FeeStandard.Unlisted unlisted = standard.manner().unlisted();
      return reply.none(Outcome.MANUAL_QUOTE, "unlisted", unlisted.article(), unlisted.text());
    }
    for (FeeRule rule : fitting) {
      if (rule.effect() instanceof Effect.ByHand) {
        return reply.none(Outcome.MANUAL_QUOTE, rule.id(), rule.article(), rule.text());
      }
    }
    return charged(reply, product.get(), situation, fitting);
  }

  private Result charged(Reply reply, Product product, Situation situation, List<FeeRule> fitting) {
    List<Charge> charges = new ArrayList<>();
    for (Situation part : parts(product, situation)) {
      Price.Label label =
          new Price.Label(product.title(), product.terms().component(), product.unit());
      Price.Priced priced = product.price().of(part, label);
      if (priced.manual()) {
        String rule = rule(product.price());
        return reply.none(Outcome.MANUAL_QUOTE, rule, product.row(), priced.why());
      }
      for (Charge charge : priced.charges()) {
        charges.addAll(reduced(product, charge, part, fitting));
      }
    }
    Decision decision =
        new Decision(
            reply.index(),
            product.code(),
            Outcome.CHARGED,
            rule(product.price()),
            product.row(),
            product.title(),
            Uncovered.list(standard, situation, product));
    return new Result(decision, Optional.of(product), charges);
  }

  private static String rule(Price price) {
    return price instanceof AnnexPrice
        ? "price_from_annex"
        : price.type().name().toLowerCase(Locale.ROOT);
  }

  private List<Charge> reduced(
      Product product, Charge charge, Situation situation, List<FeeRule> fitting) {
    List<Charge> all = new ArrayList<>(List.of(charge));
    if (product.terms().fixed()) {
      return all;
    }
    for (FeeRule rule : stacked(fitting, charge)) {
      if (rule.effect().components().contains(charge.component())) {
        List<Charge> changed = rule.effect().apply(rule, all.get(0), situation);
        all.set(0, changed.get(0));
        all.addAll(changed.subList(1, changed.size()));
      }
    }
    return all;
  }

  /** In the order of the document; if only the best reduction applies, the others are left out. */
  private List<FeeRule> stacked(List<FeeRule> fitting, Charge charge) {
    if (standard.manner().stacking().mode() == FeeStandard.Stacking.Mode.MULTIPLY) {
      return fitting;
    }
    Optional<FeeRule> best =
        fitting.stream()
            .filter(rule -> reduction(rule, charge))
            .min((one, other) -> share(one).compareTo(share(other)));
    return fitting.stream()
        .filter(rule -> !reduction(rule, charge) || rule.equals(best.orElse(null)))
        .toList();
  }

  private static boolean reduction(FeeRule rule, Charge charge) {
    return rule.effect() instanceof Effect.Percentage percentage
        && percentage.charge().compareTo(BigDecimal.ONE) < 0
        && percentage.components().contains(charge.component());
  }

  private static BigDecimal share(FeeRule rule) {
    return ((Effect.Percentage) rule.effect()).charge();
  }

  /** What was had before on the same ground at the update price, the rest at the first price. */
  private static List<Situation> parts(Product product, Situation situation) {
    Optional<BigDecimal> before = situation.number("previously_delivered");
    Optional<BigDecimal> quantity = situation.number("quantity");
    boolean split =
        product.terms().assumes().containsKey("request")
            && situation.item().facts().keySet().stream().noneMatch("request"::equals);
    if (!split || before.isEmpty() || quantity.isEmpty() || before.get().signum() == 0) {
      return List.of(situation);
    }
    BigDecimal updates = before.get().min(quantity.get());
    BigDecimal firsts = quantity.get().subtract(updates);
    List<Situation> parts = new ArrayList<>();
    parts.add(situation.with("quantity", updates).with("request", "update"));
    if (firsts.signum() > 0) {
      parts.add(situation.with("quantity", firsts).with("request", "first"));
    }
    return parts;
  }

  private static Situation completed(Situation said, Product product) {
    Situation situation = said;
    for (var assumed : product.terms().assumes().entrySet()) {
      if (situation.fact(assumed.getKey()).isEmpty()) {
        situation = situation.with(assumed.getKey(), assumed.getValue());
      }
    }
    Optional<BigDecimal> quantity = situation.number("quantity");
    if (situation.fact(Measure.QUANTITY_OF).isEmpty() && quantity.isPresent()) {
      String field = Measure.plural(product.unit());
      situation = situation.with(Measure.QUANTITY_OF, field);
      if (situation.fact(field).isEmpty()) {
        situation = situation.with(field, quantity.get());
      }
    }
    return situation;
  }

  private boolean outside(Situation situation) {
    QuoteItem item = situation.item();
    if (item.shape().isPresent()) {
      return !area.get().covers(item.shape().get());
    }
    if (item.areas().isEmpty()) {
      warnings.add(
          new LocalText(
              "未說明範圍，假設在" + area.get().title().zh() + "內",
              "no area was given; taken to lie in " + area.get().title().en()));
      return false;
    }
    return !item.areas().stream().allMatch(area.get()::contains);
  }

  private List<FeeRule> fitting(Situation situation, String product, Component component) {
    List<FeeRule> fitting = new ArrayList<>();
    for (FeeRule rule : standard.rules()) {
      Set<Component> touched = rule.effect().components();
      if (touched.isEmpty() || !(touched.contains(component) || touches(rule))) {
        continue;
      }
      Fit fit = rule.when().fit(situation, product);
      if (fit == Fit.YES || fit == Fit.ASSUMED) {
        fitting.add(rule);
      }
      if (fit == Fit.ASSUMED || fit == Fit.WITHHELD) {
        warnings.add(shown(rule, fit));
      }
    }
    return fitting;
  }

  /** Rules that take away the price of the whole item look at its own component only. */
  private static boolean touches(FeeRule rule) {
    return !rule.exempts();
  }

  private static LocalText shown(FeeRule rule, Fit fit) {
    String zh = rule.article() + "：" + rule.text().zh();
    String en = rule.article() + ": " + rule.text().en();
    return fit == Fit.ASSUMED
        ? new LocalText("已適用，仍須檢附證明或核定文件。" + zh, "applied, still to be proved. " + en)
        : new LocalText(
            "未適用，檢附證明或核定文件者得適用。" + zh, "not applied; it would be with proof or approval. " + en);
  }

  private static boolean free(FeeRule rule, Situation situation, Optional<Product> product) {
    if (rule.effect() instanceof Effect.Contract contract) {
      boolean fixed = product.map(each -> each.terms().fixed()).orElse(false);
      return !fixed && contract.share(situation).signum() == 0;
    }
    return rule.exempts();
  }

  private record Reply(int index, String code, Optional<Product> product) {
    Result none(Outcome outcome, String rule, String article, LocalText reason) {
      return new Result(
          Decision.of(index, code, outcome, rule, article, reason), product, List.of());
    }
  }
}

package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tuguan.core.LocalText;

/** Reads an entry of {@code rules}. */
final class RuleReader {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private RuleReader() {}

  static FeeRule read(JsonNode node) {
    node.only("id", "type", "article", "text", "when", "effect");
    RuleType type = node.get("type").choice(RuleType.class);
    return new FeeRule(
        node.get("id").text(),
        type,
        node.get("article").text(),
        node.get("text").local(),
        node.find("when").map(RuleReader::condition).orElseGet(RuleReader::always),
        node.find("effect").map(effect -> effect(type, effect)).orElseGet(() -> plain(type, node)));
  }

  private static Condition always() {
    return new Condition(Set.of(), Set.of(), Set.of(), Map.of(), Optional.empty(), List.of());
  }

  private static Condition condition(JsonNode node) {
    node.only("applicant", "purpose", "product", "facts", "produced_before", "evidence");
    Map<String, List<String>> facts = new LinkedHashMap<>();
    node.find("facts")
        .ifPresent(
            all ->
                all.members()
                    .keySet()
                    .forEach(field -> facts.put(field, List.copyOf(all.texts(field)))));
    return new Condition(
        set(node, "applicant"),
        set(node, "purpose"),
        set(node, "product"),
        facts,
        node.find("produced_before").map(year -> year.amount().intValue()),
        node.find("evidence").map(JsonNode::items).orElse(List.of()).stream()
            .map(RuleReader::evidence)
            .toList());
  }

  private static Set<String> set(JsonNode node, String name) {
    return new LinkedHashSet<>(node.texts(name));
  }

  private static Condition.Evidence evidence(JsonNode node) {
    node.only("field", "if_unstated");
    String unstated = node.get("if_unstated").text();
    if (!List.of("apply", "withhold").contains(unstated)) {
      throw node.get("if_unstated").fault("可用：apply, withhold", "allowed are apply, withhold");
    }
    return new Condition.Evidence(node.get("field").text(), unstated.equals("apply"));
  }

  /** Rules without an effect of their own: free by their type, or only said. */
  private static Effect plain(RuleType type, JsonNode node) {
    return switch (type) {
      case EXEMPTION, DATA_VINTAGE_EXEMPTION, RECIPROCITY_BY_APPROVAL ->
          new Effect.Percentage(BigDecimal.ZERO, all());
      case FALLBACK_COST_PRICE -> new Effect.ByHand(all());
      case LATE_PAYMENT, REFUND, INSTALMENTS, DEADLINE, REVIEW_CYCLE, USE_LIMIT_AND_SECRECY ->
          new Effect.Notice(Set.of());
      default -> throw node.fault("此類規則須有 effect", "a rule of this type needs an effect");
    };
  }

  private static Effect effect(RuleType type, JsonNode node) {
    return switch (type) {
      case EXEMPTION, DATA_VINTAGE_EXEMPTION, RECIPROCITY_BY_APPROVAL -> {
        node.only("components");
        yield new Effect.Percentage(BigDecimal.ZERO, components(node, all()));
      }
      case PERCENTAGE, MULTIPLIER -> {
        node.only("charge_pct", "components");
        yield new Effect.Percentage(
            share(node.get("charge_pct")), components(node, Effect.REDUCIBLE));
      }
      case CONTRACT_REDUCTION -> contract(node);
      case SURCHARGE_PCT -> {
        node.only("surcharge_pct", "label", "components");
        yield new Effect.Surcharge(
            share(node.get("surcharge_pct")), label(node), components(node, Effect.REDUCIBLE));
      }
      case PER_CONTRIBUTION_REDUCTION -> {
        node.only("contributed", "of", "charge_pct", "components");
        yield new Effect.Contribution(
            node.get("contributed").text(),
            node.get("of").text(),
            share(node.get("charge_pct")),
            components(node, Effect.REDUCIBLE));
      }
      case ORDINAL_DISCOUNT -> {
        node.only("first_charge_pct", "later_charge_pct", "already", "components");
        yield new Effect.Ordinal(
            share(node.get("first_charge_pct")),
            share(node.get("later_charge_pct")),
            node.get("already").text(),
            components(node, Effect.REDUCIBLE));
      }
      case PROPORTIONAL_MISSING -> {
        node.only("requested", "missing", "components");
        yield new Effect.Missing(
            node.get("requested").text(),
            node.get("missing").text(),
            components(node, Effect.REDUCIBLE));
      }
      case REAPPLICATION_PRICE -> {
        node.only("years", "times", "components");
        yield new Effect.Reapplication(
            node.get("years").amount().intValue(),
            node.get("times").amount().intValue(),
            components(node, Effect.REDUCIBLE));
      }
      case SERVICE_FEE_WITH_MINIMUM -> {
        node.only("pct", "minimum", "cost", "label");
        yield new Effect.ServiceFee(
            share(node.get("pct")),
            node.get("minimum").amount(),
            node.get("cost").text(),
            label(node),
            Set.of());
      }
      case PASS_THROUGH -> {
        node.only("components", "handling");
        yield new Effect.PassThrough(
            components(node, Set.of()),
            node.find("handling").map(JsonNode::amount).orElse(BigDecimal.ZERO));
      }
      default -> throw node.fault("此類規則沒有 effect", "a rule of this type has no effect");
    };
  }

  private static Effect contract(JsonNode node) {
    node.only("charge_pct", "usual_pct", "components");
    return new Effect.Contract(
        node.get("charge_pct").items().stream().map(RuleReader::share).toList(),
        share(node.get("usual_pct")),
        components(node, Effect.REDUCIBLE));
  }

  private static LocalText label(JsonNode node) {
    return node.get("label").local();
  }

  private static BigDecimal share(JsonNode percent) {
    if (percent.amount().compareTo(HUNDRED.multiply(BigDecimal.TEN)) > 0) {
      throw percent.fault("應在 0 與 1000 之間", "expected 0 to 1000 per cent");
    }
    return percent.amount().movePointLeft(2);
  }

  private static Set<Component> components(JsonNode node, Set<Component> otherwise) {
    Set<Component> set = new LinkedHashSet<>();
    node.find("components")
        .ifPresent(list -> list.items().forEach(each -> set.add(each.choice(Component.class))));
    return set.isEmpty() ? otherwise : Set.copyOf(set);
  }

  /** Everything but costs that are passed on. */
  private static Set<Component> all() {
    Set<Component> set = new LinkedHashSet<>(List.of(Component.values()));
    set.removeAll(
        List.of(
            Component.POSTAGE,
            Component.FREIGHT,
            Component.PACKAGING,
            Component.BANK_CHARGE,
            Component.HANDLING));
    return Set.copyOf(set);
  }
}

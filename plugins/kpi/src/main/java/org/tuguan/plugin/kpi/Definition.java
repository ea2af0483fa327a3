package org.tuguan.plugin.kpi;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.analysis.IndicatorUnit;
import org.tuguan.core.issuing.JsonNode;

/**
 * What an indicator measures and what is wanted of it.
 *
 * @param order on the scoreboard
 * @param objective number of the plan's objective
 * @param weight a fraction of 1
 * @param targets by year of the common era: a fraction of 1, or the count of what is counted
 * @param agency id of the agency that answers for it
 * @param basis plan or law
 * @param note how the formula is read, where it leaves that open
 */
record Definition(
    String id,
    int order,
    int objective,
    LocalText name,
    BigDecimal weight,
    Formula formula,
    IndicatorUnit unit,
    Map<Integer, BigDecimal> targets,
    Source source,
    String agency,
    LocalText basis,
    Optional<LocalText> note) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,40}");

  /** Names of the two numbers. */
  record Formula(LocalText numerator, LocalText denominator) {}

  Definition {
    Objects.requireNonNull(name);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(source);
    targets = Map.copyOf(targets);
  }

  /** Empty if nothing is wanted of that year. */
  Optional<BigDecimal> target(int year) {
    return Optional.ofNullable(targets.get(year));
  }

  /**
   * @throws RequestException with line and column of what cannot be understood
   */
  static Definition read(String json) {
    return read(JsonNode.read(json));
  }

  static Definition read(JsonNode node) {
    node.only(
        "id",
        "order",
        "objective",
        "name",
        "weight",
        "numerator",
        "denominator",
        "unit",
        "period",
        "targets",
        "source",
        "agency",
        "basis",
        "note");
    String id = node.get("id").text();
    if (!ID.matcher(id).matches()) {
      throw node.get("id")
          .fault("小寫英文字母開頭，其後為小寫字母、數字、連字號", "small letters, digits and hyphens, a letter first");
    }
    if (!node.get("period").text().equals("year")) {
      throw node.get("period").fault("只能是 year", "only year");
    }
    return new Definition(
        id,
        node.get("order").amount().intValue(),
        node.get("objective").amount().intValue(),
        node.get("name").local(),
        weight(node.get("weight")),
        new Formula(node.get("numerator").local(), node.get("denominator").local()),
        node.get("unit").choice(IndicatorUnit.class),
        targets(node.get("targets")),
        source(node.get("source")),
        node.get("agency").text(),
        node.get("basis").local(),
        node.find("note").map(JsonNode::local));
  }

  private static BigDecimal weight(JsonNode node) {
    BigDecimal weight = node.amount();
    if (weight.signum() < 0 || weight.compareTo(BigDecimal.ONE) > 0) {
      throw node.fault("0 到 1", "from 0 to 1");
    }
    return weight;
  }

  private static Map<Integer, BigDecimal> targets(JsonNode node) {
    Map<Integer, BigDecimal> targets = new TreeMap<>();
    node.members()
        .forEach(
            (year, target) -> {
              if (!year.matches("(19|20|21)\\d\\d")) {
                throw target.fault("西元年", "a year of the common era");
              }
              targets.put(Integer.valueOf(year), target.amount());
            });
    return targets;
  }

  private static Source source(JsonNode node) {
    return switch (node.get("kind").text()) {
      case "indicator" -> {
        node.only("kind", "name");
        yield new Source.Computed(node.get("name").text());
      }
      case "entry" -> {
        node.only("kind");
        yield new Source.Entered();
      }
      default -> throw node.get("kind").fault("indicator 或 entry", "indicator or entry");
    };
  }
}

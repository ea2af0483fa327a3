package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the {@code price} of a product. */
final class PriceReader {
  private static final List<String> TYPES =
      List.of(
          "unit_price",
          "size_equivalent",
          "case_grouping",
          "media_surcharge",
          "price_matrix",
          "price_components",
          "base_plus_increment",
          "bracket_price",
          "resolution_tier",
          "area_step",
          "price_from_annex");

  private PriceReader() {}

  static Price read(JsonNode node) {
    String type = node.get("type").text();
    return switch (type) {
      case "unit_price", "size_equivalent", "case_grouping", "media_surcharge" -> unit(node);
      case "price_matrix" -> matrix(node);
      case "price_components" -> components(node);
      case "base_plus_increment" -> base(node);
      case "bracket_price" -> brackets(node);
      case "resolution_tier" -> tiers(node);
      case "area_step" -> area(node);
      case "price_from_annex" -> annex(node);
      default -> {
        String list = String.join(", ", TYPES);
        throw node.get("type").fault("可用：" + list, "allowed are " + list);
      }
    };
  }

  private static UnitPrice unit(JsonNode node) {
    node.only("type", "price", "factors", "block", "minimum", "whole");
    return new UnitPrice(node.get("price").amount(), measure(node));
  }

  private static Measure measure(JsonNode node) {
    return new Measure(
        node.texts("factors"),
        node.find("block").map(PriceReader::positive),
        node.find("minimum").map(PriceReader::positive),
        node.find("whole").map(JsonNode::flag).orElse(true));
  }

  private static BigDecimal positive(JsonNode node) {
    if (node.amount().signum() == 0) {
      throw node.fault("應大於 0", "expected a number of more than 0");
    }
    return node.amount();
  }

  private static PriceMatrix matrix(JsonNode node) {
    node.only("type", "rows");
    return new PriceMatrix(nonEmpty(node.get("rows")).stream().map(PriceReader::row).toList());
  }

  private static PriceMatrix.Row row(JsonNode node) {
    node.only("when", "price");
    Map<String, String> when = new LinkedHashMap<>();
    node.get("when").members().forEach((field, value) -> when.put(field, value.text()));
    JsonNode price = node.get("price");
    return new PriceMatrix.Row(
        Map.copyOf(when),
        price.value() instanceof Map
            ? read(price)
            : new UnitPrice(price.amount(), Measure.QUANTITY));
  }

  private static PriceComponents components(JsonNode node) {
    node.only("type", "parts");
    return new PriceComponents(
        nonEmpty(node.get("parts")).stream().map(PriceReader::part).toList());
  }

  private static PriceComponents.Part part(JsonNode node) {
    node.only("label", "component", "price", "factors", "block", "minimum", "whole", "if_given");
    return new PriceComponents.Part(
        node.get("label").local(),
        node.get("component").choice(Component.class),
        new UnitPrice(node.get("price").amount(), measure(node)),
        node.flag("if_given"));
  }

  private static BasePlusIncrement base(JsonNode node) {
    node.only("type", "base", "includes", "label", "extras");
    return new BasePlusIncrement(
        node.get("base").amount(),
        node.get("includes").amount(),
        node.get("label").local(),
        nonEmpty(node.get("extras")).stream().map(PriceReader::extra).toList());
  }

  private static BasePlusIncrement.Extra extra(JsonNode node) {
    node.only("label", "field", "includes", "price", "or_quantity");
    return new BasePlusIncrement.Extra(
        node.get("label").local(),
        node.get("field").text(),
        node.get("includes").amount(),
        node.get("price").amount(),
        node.flag("or_quantity"));
  }

  private static BracketPrice brackets(JsonNode node) {
    node.only("type", "brackets");
    List<JsonNode> items = nonEmpty(node.get("brackets"));
    for (int i = 0; i < items.size(); i++) {
      items.get(i).only("from", "price");
      JsonNode from = items.get(i).get("from");
      if (i == 0 && from.amount().signum() != 0) {
        throw from.fault("第一級距應由 0 起", "the first bracket starts at 0");
      }
      if (i > 0 && from.amount().compareTo(items.get(i - 1).get("from").amount()) <= 0) {
        throw from.fault("級距應遞增", "brackets rise; expected more than the one before");
      }
    }
    return new BracketPrice(
        items.stream()
            .map(
                each ->
                    new BracketPrice.Bracket(each.get("from").amount(), each.get("price").amount()))
            .toList());
  }

  private static ResolutionTier tiers(JsonNode node) {
    node.only("type", "tiers", "factors");
    return new ResolutionTier(
        nonEmpty(node.get("tiers")).stream()
            .map(
                each -> {
                  each.only("up_to", "price");
                  return new ResolutionTier.Tier(
                      each.find("up_to").map(JsonNode::amount),
                      each.find("price").map(JsonNode::amount));
                })
            .toList(),
        measure(node));
  }

  private static AreaStep area(JsonNode node) {
    node.only("type", "price", "first_ha", "step_ha", "step_share", "limit_ha");
    return new AreaStep(
        node.get("price").amount(),
        node.get("first_ha").amount(),
        positive(node.get("step_ha")),
        node.get("step_share").amount(),
        node.get("limit_ha").amount());
  }

  private static AnnexPrice annex(JsonNode node) {
    node.only("type", "factors");
    return new AnnexPrice(node.texts("factors"));
  }

  private static List<JsonNode> nonEmpty(JsonNode node) {
    if (node.items().isEmpty()) {
      throw node.fault("不可為空", "expected at least one entry");
    }
    return node.items();
  }
}

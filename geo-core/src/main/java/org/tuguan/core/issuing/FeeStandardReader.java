package org.tuguan.core.issuing;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tuguan.core.LocalText;

/** Reads a document of data/fees; the first thing that is wrong is refused with its place. */
final class FeeStandardReader {
  private static final LocalText NOT_LISTED =
      new LocalText("收費標準未列此項目，應由承辦人核計", "not listed in the standard; an officer sets the price");

  private final JsonNode root;

  private final String document;

  FeeStandardReader(JsonNode root, String document) {
    this.root = root;
    this.document = document;
  }

  FeeStandard standard() {
    root.only(
        "$schema",
        "id",
        "aliases",
        "version",
        "name",
        "authority",
        "legal_basis",
        "effective_from",
        "effective_to",
        "demonstration",
        "rounding",
        "stacking",
        "territory",
        "unlisted",
        "products",
        "rules",
        "sources",
        "uncertain");
    List<Product> products = root.get("products").items().stream().map(this::product).toList();
    List<FeeRule> rules = root.get("rules").items().stream().map(RuleReader::read).toList();
    checkNames(products, rules);
    return new FeeStandard(
        edition(), root.get("name").local(), origin(), manner(), products, rules);
  }

  private FeeStandard.Edition edition() {
    JsonNode id = root.get("id");
    if (!id.text().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw id.fault("應為小寫字母、數字與連字號", "expected lower-case letters, digits and hyphens");
    }
    Optional<JsonNode> to = root.find("effective_to");
    Optional<JsonNode> from = root.find("effective_from");
    if (from.isPresent() && to.isPresent() && to.get().date().isBefore(from.get().date())) {
      throw to.get().fault("不可早於 effective_from", "must not be before effective_from");
    }
    return new FeeStandard.Edition(
        id.text(),
        root.texts("aliases"),
        root.get("version").text(),
        from.map(JsonNode::date),
        to.map(JsonNode::date));
  }

  private FeeStandard.Origin origin() {
    return new FeeStandard.Origin(
        root.get("authority").text(),
        root.texts("legal_basis"),
        root.get("sources").items().stream().map(FeeStandardReader::source).toList(),
        root.find("uncertain").map(JsonNode::items).orElse(List.of()).stream()
            .map(JsonNode::local)
            .toList(),
        document);
  }

  private static FeeStandard.Source source(JsonNode node) {
    node.only("url", "note");
    return new FeeStandard.Source(
        node.get("url").text(), node.find("note").map(JsonNode::text).orElse(""));
  }

  private FeeStandard.Manner manner() {
    return new FeeStandard.Manner(
        root.find("rounding").map(FeeStandardReader::rounding).orElse(Rounding.UNSTATED),
        root.find("stacking")
            .map(FeeStandardReader::stacking)
            .orElse(new FeeStandard.Stacking(FeeStandard.Stacking.Mode.MULTIPLY, false)),
        root.find("territory").map(FeeStandardReader::territory),
        root.flag("demonstration"),
        root.find("unlisted")
            .map(FeeStandardReader::unlisted)
            .orElse(new FeeStandard.Unlisted("", NOT_LISTED)));
  }

  private static Rounding rounding(JsonNode node) {
    node.only("mode", "stated");
    return new Rounding(node.get("mode").choice(Rounding.Mode.class), node.get("stated").flag());
  }

  private static FeeStandard.Stacking stacking(JsonNode node) {
    node.only("mode", "stated");
    return new FeeStandard.Stacking(
        node.get("mode").choice(FeeStandard.Stacking.Mode.class), node.get("stated").flag());
  }

  private static FeeStandard.Territory territory(JsonNode node) {
    node.only("area", "article", "text");
    return new FeeStandard.Territory(
        node.get("area").text(), node.get("article").text(), node.get("text").local());
  }

  private static FeeStandard.Unlisted unlisted(JsonNode node) {
    node.only("article", "text");
    return new FeeStandard.Unlisted(node.get("article").text(), node.get("text").local());
  }

  private Product product(JsonNode node) {
    node.only(
        "code",
        "names",
        "title",
        "unit",
        "row",
        "assumes",
        "component",
        "group",
        "rounding",
        "fixed",
        "any",
        "price");
    Map<String, String> assumes = new LinkedHashMap<>();
    node.find("assumes")
        .ifPresent(
            all -> all.members().forEach((field, value) -> assumes.put(field, value.text())));
    return new Product(
        node.get("code").text(),
        node.get("title").local(),
        node.get("unit").text(),
        node.get("row").text(),
        PriceReader.read(node.get("price")),
        new Product.Terms(
            node.texts("names"),
            assumes,
            node.find("component").map(each -> each.choice(Component.class)).orElse(Component.USE),
            node.find("group").map(JsonNode::local),
            node.find("rounding").map(FeeStandardReader::rounding),
            node.flag("fixed"),
            node.flag("any")));
  }

  /** Codes and ids are unique, and rules name products that there are. */
  private void checkNames(List<Product> products, List<FeeRule> rules) {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < products.size(); i++) {
      if (!codes.add(products.get(i).code())) {
        throw root.get("products").items().get(i).get("code").fault("代碼重複", "this code is taken");
      }
    }
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      JsonNode node = root.get("rules").items().get(i);
      if (!ids.add(rules.get(i).id())) {
        throw node.get("id").fault("代碼重複", "this id is taken");
      }
      for (String product : rules.get(i).when().products()) {
        if (!codes.contains(product)) {
          String list = String.join(", ", codes.stream().sorted().toList());
          throw node.get("when").get("product").fault("可用：" + list, "allowed are " + list);
        }
      }
    }
  }
}

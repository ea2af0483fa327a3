package org.tuguan.core.issuing;

import java.util.ArrayList;
import java.util.List;
import org.tuguan.core.LocalText;

/** Why reciprocity does not make something free that is charged although it was asked for. */
final class Uncovered {
  private static final String ASKED = "reciprocity";

  private Uncovered() {}

  /** Empty if reciprocity was not asked for, or a rule of it reaches the product. */
  static List<LocalText> list(FeeStandard standard, Situation situation, Product product) {
    if (!situation.says(ASKED)) {
      return List.of();
    }
    List<LocalText> why = new ArrayList<>();
    for (FeeRule rule : standard.rules()) {
      if (rule.type() == RuleType.RECIPROCITY_BY_APPROVAL) {
        List<LocalText> lacking = lacking(rule, situation, product);
        if (lacking.isEmpty()) {
          return List.of();
        }
        why.add(said(product, join(lacking), rule));
      }
    }
    return why.isEmpty() ? List.of(unknown(product)) : why;
  }

  private static List<LocalText> lacking(FeeRule rule, Situation situation, Product product) {
    if (!rule.effect().components().contains(product.terms().component())) {
      return List.of(new LocalText("不及於此類費用", "it does not reach costs of this kind"));
    }
    return rule.when().listLacking(situation, product.code());
  }

  private static LocalText join(List<LocalText> all) {
    return new LocalText(
        String.join("、", all.stream().map(LocalText::zh).toList()),
        String.join(", ", all.stream().map(LocalText::en).toList()));
  }

  private static LocalText said(Product product, LocalText lacking, FeeRule rule) {
    return new LocalText(
        "互惠未涵蓋「%s」：%s。%s：%s"
            .formatted(product.title().zh(), lacking.zh(), rule.article(), rule.text().zh()),
        "reciprocity does not cover \"%s\": %s. %s: %s"
            .formatted(product.title().en(), lacking.en(), rule.article(), rule.text().en()));
  }

  private static LocalText unknown(Product product) {
    return new LocalText(
        "互惠未涵蓋「%s」：本收費標準無互惠規定。".formatted(product.title().zh()),
        "reciprocity does not cover \"%s\": this fee standard has no rule of it."
            .formatted(product.title().en()));
  }
}

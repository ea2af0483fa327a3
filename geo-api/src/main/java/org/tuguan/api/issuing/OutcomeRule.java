package org.tuguan.api.issuing;

import java.util.LinkedHashSet;
import java.util.Set;
import org.tuguan.core.issuing.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules that say why something is not charged, as the quote has them. */
final class OutcomeRule {
  private OutcomeRule() {}

  /** Empty for what is charged. */
  static String of(KeptQuote quote) {
    if (quote.priced().status() == Outcome.CHARGED) {
      return "";
    }
    Set<String> rules = new LinkedHashSet<>();
    for (JsonNode each : JsonMapper.shared().readTree(quote.answer()).get("decisions")) {
      if (!each.get("status").asString().equals(Outcome.CHARGED.name())) {
        rules.add((each.get("article").asString() + " " + each.get("rule").asString()).strip());
      }
    }
    return String.join("; ", rules);
  }
}

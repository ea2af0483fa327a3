package org.tuguan.core.issuing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tuguan.core.LocalText;

/**
 * When a rule applies. What is empty is not asked; of what is listed, one must fit.
 *
 * @param products codes; empty for every product
 * @param facts by field, the values allowed
 * @param producedBefore data produced earlier than the first day of this year (AD); empty for no
 *     condition
 * @param evidence all must be there
 */
record Condition(
    Set<String> applicants,
    Set<String> purposes,
    Set<String> products,
    Map<String, List<String>> facts,
    Optional<Integer> producedBefore,
    List<Evidence> evidence) {
  /** How far a rule is from applying. */
  enum Fit {
    NO,
    /** All but evidence that was neither given nor denied. */
    WITHHELD,
    /** Applies, and the evidence still has to be shown. */
    ASSUMED,
    YES
  }

  /**
   * Something the applicant has to show: an approval, a contract, documents.
   *
   * @param field fact of the vocabulary
   * @param assumed what happens if nothing is said about it: true applies the rule with a warning,
   *     false withholds it with a warning
   */
  record Evidence(String field, boolean assumed) {}

  Condition {
    applicants = Set.copyOf(applicants);
    purposes = Set.copyOf(purposes);
    products = Set.copyOf(products);
    facts = Map.copyOf(facts);
    Objects.requireNonNull(producedBefore);
    evidence = List.copyOf(evidence);
  }

  Fit fit(Situation situation, String product) {
    if (!anyOf(applicants, situation.applicants())
        || !anyOf(purposes, situation.purposes())
        || !(products.isEmpty() || products.contains(product))
        || !facts.entrySet().stream().allMatch(each -> fits(each, situation))
        || !vintage(situation)) {
      return Fit.NO;
    }
    Fit fit = Fit.YES;
    for (Evidence each : evidence) {
      Optional<Boolean> stated = situation.stated(each.field());
      if (stated.isPresent() && !stated.get()) {
        return Fit.NO;
      }
      if (stated.isEmpty()) {
        fit = each.assumed() && fit != Fit.WITHHELD ? Fit.ASSUMED : Fit.WITHHELD;
      }
    }
    return fit;
  }

  /** What keeps a rule from applying, for people; empty if it applies. */
  List<LocalText> listLacking(Situation situation, String product) {
    List<LocalText> lacking = new ArrayList<>();
    if (!anyOf(applicants, situation.applicants())) {
      lacking.add(new LocalText("申請人類別不符", "not for this class of applicant"));
    }
    if (!anyOf(purposes, situation.purposes())) {
      lacking.add(new LocalText("使用目的不符", "not for this purpose"));
    }
    if (!products.isEmpty() && !products.contains(product)) {
      lacking.add(new LocalText("品項不符", "not for this product"));
    }
    if (!facts.entrySet().stream().allMatch(each -> fits(each, situation))) {
      lacking.add(new LocalText("所需情事不符", "not under these circumstances"));
    }
    if (!vintage(situation)) {
      lacking.add(new LocalText("資料年份不符", "not for data of this year"));
    }
    for (Evidence each : evidence) {
      Optional<Boolean> stated = situation.stated(each.field());
      if (stated.isPresent() && !stated.get()) {
        lacking.add(new LocalText("證明或核定未獲認定", "its proof or approval was found not to hold"));
      } else if (stated.isEmpty() && !each.assumed()) {
        lacking.add(new LocalText("尚無證明或核定", "its proof or approval is still to be shown"));
      }
    }
    return lacking;
  }

  private static boolean anyOf(Set<String> wanted, Set<String> there) {
    return wanted.isEmpty() || wanted.stream().anyMatch(there::contains);
  }

  private static boolean fits(Map.Entry<String, List<String>> each, Situation situation) {
    if (each.getValue().equals(List.of("true"))) {
      return situation.says(each.getKey());
    }
    return each.getValue().contains(situation.fact(each.getKey()).orElse(""));
  }

  private boolean vintage(Situation situation) {
    return producedBefore.isEmpty()
        || situation
            .number("produced_year")
            .filter(year -> year.intValue() < producedBefore.get())
            .isPresent();
  }
}

package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A price an image by resolution; an unknown resolution counts as the lowest (檔案格式無法以解析度辨識者).
 *
 * @param tiers by rising resolution
 */
record ResolutionTier(List<Tier> tiers, Measure measure) implements Price {
  /**
   * @param upTo dots an inch, inclusive; empty for no limit
   * @param price empty if the price of the tier is not known
   */
  record Tier(Optional<BigDecimal> upTo, Optional<BigDecimal> price) {}

  ResolutionTier {
    tiers = List.copyOf(tiers);
  }

  @Override
  public Priced of(Situation situation, Label label) {
    Optional<BigDecimal> dpi =
        situation
            .fact("dpi")
            .filter(text -> text.matches("\\d{1,6}(\\.\\d+)?"))
            .map(BigDecimal::new);
    Optional<BigDecimal> price = dpi.map(this::tier).orElse(tiers.get(0)).price();
    return price.isPresent()
        ? new UnitPrice(price.get(), measure).of(situation, label)
        : Priced.byHand("此解析度的費額不詳", "the price at this resolution is not known");
  }

  private Tier tier(BigDecimal dpi) {
    for (Tier tier : tiers) {
      if (tier.upTo().isEmpty() || dpi.compareTo(tier.upTo().get()) <= 0) {
        return tier;
      }
    }
    return new Tier(Optional.empty(), Optional.empty());
  }

  @Override
  public RuleType type() {
    return RuleType.RESOLUTION_TIER;
  }
}

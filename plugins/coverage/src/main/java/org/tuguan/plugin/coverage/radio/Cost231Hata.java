package org.tuguan.plugin.coverage.radio;

import java.util.ArrayList;
import java.util.List;
import org.tuguan.core.LocalText;

/**
 * COST 231's extension of Hata's formula: for cells of kilometres with the antenna above the roofs,
 * 1,500–2,000 MHz. Not for Wi-Fi, and it says so.
 */
public enum Cost231Hata implements PropagationModel {
  MEDIUM_CITY(
      "cost231-medium", new LocalText("COST-231 Hata 中型城市", "COST-231 Hata, medium city"), 0),
  METROPOLIS(
      "cost231-metropolis", new LocalText("COST-231 Hata 大都會", "COST-231 Hata, metropolis"), 3);

  private static final List<Range> LINK_RANGES =
      List.of(
          Range.frequencyMhz(1_500, 2_000), Range.baseHeightM(30, 200), Range.mobileHeightM(1, 10));
  private static final Range DISTANCE = Range.distanceM(1_000, 20_000);

  private final String id;
  private final LocalText title;
  private final double correctionDb;

  Cost231Hata(String id, LocalText title, double correctionDb) {
    this.id = id;
    this.title = title;
    this.correctionDb = correctionDb;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public LocalText title() {
    return title;
  }

  @Override
  public String source() {
    return "COST 231 final report, chapter 4";
  }

  @Override
  public double lossDb(Link link, double distanceM) {
    double f = Math.log10(link.frequencyMhz());
    double hb = Math.log10(link.baseHeightM());
    double mobile = (1.1 * f - 0.7) * link.mobileHeightM() - (1.56 * f - 0.8);
    return 46.3
        + 33.9 * f
        - 13.82 * hb
        - mobile
        + (44.9 - 6.55 * hb) * Math.log10(distanceM / 1000)
        + correctionDb;
  }

  @Override
  public double sigmaDb() {
    return 0;
  }

  @Override
  public List<LocalText> warnings(Link link, double distanceM) {
    List<LocalText> warnings = new ArrayList<>();
    LINK_RANGES.get(0).check(title, link.frequencyMhz(), warnings);
    LINK_RANGES.get(1).check(title, link.baseHeightM(), warnings);
    LINK_RANGES.get(2).check(title, link.mobileHeightM(), warnings);
    DISTANCE.check(title, distanceM, warnings);
    return warnings;
  }
}

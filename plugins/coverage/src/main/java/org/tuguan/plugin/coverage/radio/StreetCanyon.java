package org.tuguan.plugin.coverage.radio;

import java.util.ArrayList;
import java.util.List;
import org.tuguan.core.LocalText;

/**
 * Along a street in sight of the antenna, with the two heights: the median of ITU-R P.1411 §4.1.2
 * for UHF. 20 dB a decade up to the break point at 4·h1·h2/λ, 40 dB beyond it, 6 dB above the lower
 * bound.
 */
public record StreetCanyon() implements PropagationModel {
  private static final Range FREQUENCY = Range.frequencyMhz(300, 3_000);
  private static final Range DISTANCE = Range.distanceM(20, 1_000);

  @Override
  public String id() {
    return "p1411-canyon";
  }

  @Override
  public LocalText title() {
    return new LocalText("P.1411 街道視線", "P.1411 along the street");
  }

  @Override
  public String source() {
    return "ITU-R P.1411 §4.1.2";
  }

  @Override
  public double lossDb(Link link, double distanceM) {
    double heights = link.baseHeightM() * link.mobileHeightM();
    double wavelength = link.wavelengthM();
    double breakPoint = 4 * heights / wavelength;
    double lossThere = Math.abs(20 * Math.log10(wavelength * wavelength / (8 * Math.PI * heights)));
    double slope = distanceM <= breakPoint ? 20 : 40;
    return lossThere + 6 + slope * Math.log10(distanceM / breakPoint);
  }

  @Override
  public double sigmaDb() {
    return 0;
  }

  @Override
  public List<LocalText> warnings(Link link, double distanceM) {
    List<LocalText> warnings = new ArrayList<>();
    FREQUENCY.check(title(), link.frequencyMhz(), warnings);
    DISTANCE.check(title(), distanceM, warnings);
    return warnings;
  }
}

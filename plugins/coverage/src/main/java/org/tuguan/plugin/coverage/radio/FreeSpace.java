package org.tuguan.plugin.coverage.radio;

import java.util.List;
import org.tuguan.core.LocalText;

/**
 * Nothing but distance: 20 log d + 20 log f + 32.44 dB (d in km, f in MHz), ITU-R P.525. No
 * building and no ground, so that what it says is the most that can be reached.
 */
public record FreeSpace() implements PropagationModel {
  @Override
  public String id() {
    return "free-space";
  }

  @Override
  public LocalText title() {
    return new LocalText("自由空間", "Free space");
  }

  @Override
  public String source() {
    return "ITU-R P.525";
  }

  @Override
  public double lossDb(Link link, double distanceM) {
    return 20 * Math.log10(distanceM / 1000) + 20 * Math.log10(link.frequencyMhz()) + 32.44;
  }

  @Override
  public double sigmaDb() {
    return 0;
  }

  @Override
  public List<LocalText> warnings(Link link, double distanceM) {
    return List.of();
  }
}

package org.tuguan.plugin.coverage.radio;

/**
 * What a model has to know of the two ends of a link.
 *
 * @param frequencyMhz MHz
 * @param baseHeightM height of the access point's antenna above ground, metres
 * @param mobileHeightM height of the receiver's antenna above ground, metres
 */
public record Link(double frequencyMhz, double baseHeightM, double mobileHeightM) {
  /** Height of a telephone in a hand. */
  public static final double HAND_HEIGHT_M = 1.5;

  public Link {
    positive("frequency_mhz", frequencyMhz);
    positive("base_height_m", baseHeightM);
    positive("mobile_height_m", mobileHeightM);
  }

  private static void positive(String name, double value) {
    if (!(value > 0) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " " + value + " is not greater than 0");
    }
  }

  /** Metres; 299,792,458 m/s over the frequency. */
  public double wavelengthM() {
    return 299.792458 / frequencyMhz;
  }
}

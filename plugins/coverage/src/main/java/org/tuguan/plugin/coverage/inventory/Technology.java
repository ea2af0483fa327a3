package org.tuguan.plugin.coverage.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * How a station speaks. The indicator of 2011 counts Wi-Fi, WiMAX, 3G and 4G; which of them a
 * figure counts is always said with it.
 *
 * <p>The typical values stand in where an inventory is silent, and a warning says so. Radii: Wi-Fi
 * 100 m (outdoors 50 to 150 m), WiMAX 1 km (dense city); those of the mobile networks are the
 * program's own assumption.
 */
public enum Technology {
  WIFI("wifi", LocalText.same("Wi-Fi"), new Typical(2_437, 20, 6, 100)),
  WIMAX("wimax", LocalText.same("WiMAX"), new Typical(3_650, 36, 30, 1_000)),
  MOBILE_3G("3g", LocalText.same("3G"), new Typical(2_140, 43, 30, 1_000)),
  MOBILE_4G("4g", LocalText.same("4G"), new Typical(1_800, 46, 30, 800)),
  MOBILE_5G("5g", LocalText.same("5G"), new Typical(3_500, 50, 25, 300));

  /**
   * What is assumed where nothing is stated.
   *
   * @param heightM antenna above ground
   */
  public record Typical(double bandMhz, double eirpDbm, double heightM, double radiusM) {}

  private final String code;
  private final LocalText title;
  private final Typical typical;

  Technology(String code, LocalText title, Typical typical) {
    this.code = code;
    this.title = title;
    this.typical = typical;
  }

  /** As in files, addresses and answers. */
  public String code() {
    return code;
  }

  public LocalText title() {
    return title;
  }

  public Typical typical() {
    return typical;
  }

  /** By code, in any case, {@code Wi-Fi} for {@code wifi} included. */
  public static Optional<Technology> find(String text) {
    String code = text.strip().toLowerCase(Locale.ROOT).replace("-", "");
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }

  public static List<String> listCodes() {
    return Arrays.stream(values()).map(Technology::code).toList();
  }
}

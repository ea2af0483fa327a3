package org.tuguan.core.imports;

import org.locationtech.jts.geom.Envelope;
import org.tuguan.core.LocalText;
import org.tuguan.core.crs.Crs;

/** What coordinates look like by their size alone, for places in and around Taiwan. */
enum Magnitude {
  DEGREES("是經緯度", "look like degrees"),
  SWAPPED_DEGREES("像經緯度，但經度與緯度互換", "look like degrees with latitude and longitude exchanged"),
  TM2("像二度分帶公尺", "look like metres of a TM2 zone"),
  SWAPPED_TM2("像二度分帶公尺，但橫坐標與縱坐標互換", "look like metres of a TM2 zone with east and north exchanged"),
  MERCATOR("像網路麥卡托公尺", "look like metres of Web Mercator"),
  NOWHERE("是 0, 0", "are 0, 0"),
  OTHER("超出範圍", "are out of range");

  private final LocalText words;

  Magnitude(String zh, String en) {
    this.words = new LocalText(zh, en);
  }

  /** To follow "the coordinates". */
  LocalText words() {
    return words;
  }

  static Magnitude of(Envelope box) {
    if (box.getMaxX() == 0 && box.getMinX() == 0 && box.getMaxY() == 0 && box.getMinY() == 0) {
      return NOWHERE;
    }
    if (within(box, -180, 180, -90, 90)) {
      return DEGREES;
    }
    if (within(box, -90, 90, -180, 180)) {
      return SWAPPED_DEGREES;
    }
    if (within(box, -100_000, 700_000, 2_200_000, 3_100_000)) {
      return TM2;
    }
    if (within(box, 2_200_000, 3_100_000, -100_000, 700_000)) {
      return SWAPPED_TM2;
    }
    return within(box, 12_900_000, 13_900_000, 2_200_000, 3_100_000) ? MERCATOR : OTHER;
  }

  private static boolean within(Envelope box, double x1, double x2, double y1, double y2) {
    return box.getMinX() >= x1 && box.getMaxX() <= x2 && box.getMinY() >= y1 && box.getMaxY() <= y2;
  }

  /** True if such coordinates can be of this system. */
  boolean fits(Crs crs) {
    if (crs.geographic()) {
      return this == DEGREES;
    }
    if (crs.equals(Crs.WEB_MERCATOR)) {
      return this != DEGREES && this != NOWHERE && this != SWAPPED_DEGREES;
    }
    return this == TM2;
  }
}

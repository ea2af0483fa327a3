package org.tuguan.core.issuing.sheet;

/**
 * The national map series, cut by the graticule. Sizes: 臺灣地區基本圖測製管理規則 Articles 7 and 7-1.
 *
 * <p>1:10,000 (3') is left out, since how its sheets are numbered was not found.
 */
public enum SheetSeries {
  /** 30' x 30', for example 9521. */
  SCALE_100000(1800),
  /** 15' x 15', for example 9521-3: quarters clockwise from north-east. */
  SCALE_50000(900),
  /** 7'30" x 7'30", for example 9521-3-NE. */
  SCALE_25000(450),
  /** 1'30" x 1'30", for example 95213036: row by row from the north-west of a 1:50,000 sheet. */
  SCALE_5000(90);

  private final int seconds;

  SheetSeries(int seconds) {
    this.seconds = seconds;
  }

  /** Side of a sheet in seconds of arc. */
  public int seconds() {
    return seconds;
  }
}

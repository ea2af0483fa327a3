package org.tuguan.core.issuing.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.issuing.QuoteItem;

/**
 * An item of ground that is charged by the sheet or by area, and how much of it the applicant had
 * before: that part is an update (第二次以上申請同一空間範圍之同項目更新資料), the rest a first request.
 *
 * @param quantity sheets, or square kilometres to six decimals (a square metre)
 * @param before of them, had before
 */
public record Ground(BigDecimal quantity, BigDecimal before) {
  private static final int SQUARE_METRE = 6;

  public Ground {
    if (before.compareTo(quantity) > 0) {
      throw new IllegalArgumentException(before + " of " + quantity + " had before");
    }
  }

  /**
   * Ground that is charged by the sheet.
   *
   * @param touched sheets asked for
   * @param delivered numbers of sheets of the same product that the applicant has had
   */
  public static Ground sheets(List<Sheet> touched, Collection<String> delivered) {
    long before = touched.stream().map(Sheet::number).filter(delivered::contains).count();
    return new Ground(BigDecimal.valueOf(touched.size()), BigDecimal.valueOf(before));
  }

  /**
   * In the plane of TWD97 TM2 121, where areas are true to 0.02 %.
   *
   * @param area polygons in CRS:84
   * @param delivered what the applicant has had, in CRS:84; may be empty
   */
  public static Ground area(Geometry area, Geometry delivered) {
    BigDecimal whole = squareKilometres(area);
    return new Ground(whole, squareKilometres(area.intersection(delivered)).min(whole));
  }

  private static BigDecimal squareKilometres(Geometry area) {
    double metres = CoordinateTransform.between(Crs.CRS84, Crs.TWD97_TM2_121).apply(area).getArea();
    return BigDecimal.valueOf(metres).movePointLeft(6).setScale(SQUARE_METRE, RoundingMode.HALF_UP);
  }

  /** The item with its quantity, and what of it is an update. */
  public QuoteItem item(String product, String unit) {
    return QuoteItem.of(product, quantity, unit)
        .with("previously_delivered", before.toPlainString());
  }
}

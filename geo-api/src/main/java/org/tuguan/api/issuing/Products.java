package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.issuing.FeeStandard;
import org.tuguan.core.issuing.Product;

/** As what a layer is charged, and how much of it. */
@Component
class Products {
  private static final BigDecimal THOUSAND = new BigDecimal(1_000);
  private static final BigDecimal MEGABYTE = new BigDecimal(1 << 20);
  private static final BigDecimal HECTARES = new BigDecimal(100);

  private final JdbcLayerProducts chosen;

  Products(JdbcLayerProducts chosen) {
    this.chosen = chosen;
  }

  /**
   * @param code as the standard has it, or the layer's name if it has nothing of the kind
   */
  record Charged(String code, String unit) {
    boolean bySheet() {
      return unit.equals("sheet");
    }

    /** The series whose sheets are counted. */
    String series() {
      return code.contains("1000") ? SheetGrids.CITY : SheetGrids.USUAL;
    }

    BigDecimal quantity(int sheets, long features, BigDecimal km2, long bytes) {
      return switch (unit) {
        case "sheet" -> new BigDecimal(sheets);
        case "km2" -> km2;
        case "hectare", "ha" -> km2.multiply(HECTARES);
        case "feature", "record", "parcel", "point", "building" -> new BigDecimal(features);
        case "kilofeature" -> new BigDecimal(features).divide(THOUSAND, MathContext.DECIMAL64);
        case "megabyte", "mb" -> new BigDecimal(bytes).divide(MEGABYTE, 6, RoundingMode.UP);
        default -> BigDecimal.ONE;
      };
    }
  }

  /** The product set for the layer, else that of its kind of data. */
  Charged of(Layer layer, FeeStandard standard) {
    String wanted =
        chosen.find(layer.name(), standard.edition().id()).orElseGet(() -> usual(layer));
    return standard.products().stream()
        .filter(product -> product.code().equals(wanted))
        .findFirst()
        .map(Products::charged)
        .orElseGet(() -> new Charged(layer.name(), "item"));
  }

  private static Charged charged(Product product) {
    return new Charged(product.code(), product.unit().toLowerCase(Locale.ROOT));
  }

  /** The product of its kind of data, whether or not a standard has it. */
  static String usual(Layer layer) {
    if (layer.data() instanceof LayerData.Table table) {
      return table.type().geometryKind() == GeometryKind.POINT ? "FEATURES" : "VECTOR-KM2";
    }
    return "RASTER-KM2";
  }
}

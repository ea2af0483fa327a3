package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.issuing.sheet.Sheet;

/** Counts what a request takes of a layer: only where the caller may see it. */
@Component
class Extracts {
  /** A square metre. */
  private static final BigDecimal LEAST = new BigDecimal("0.000001");

  private static final Geometry NOTHING = new GeometryFactory().createPolygon();

  private final JdbcLayerExtracts extracts;
  private final Villages villages;
  private final SheetGrids grids;

  Extracts(JdbcLayerExtracts extracts, Villages villages, SheetGrids grids) {
    this.extracts = extracts;
    this.villages = villages;
    this.grids = grids;
  }

  /**
   * @param series of sheets that what is charged comes in
   * @param bySheet true if sheets are counted
   */
  QuotedLayer measure(Layer layer, DataRequest.Where where, String series, boolean bySheet) {
    Optional<Geometry> area = area(layer, where, series);
    JdbcLayerExtracts.Extract found = extract(layer, area);
    Geometry ground = area.orElseGet(() -> extent(layer));
    if (ground.isEmpty() || found.features() == 0 && layer.table().isPresent()) {
      throw nothing(layer);
    }
    List<String> sheets = List.of();
    if (bySheet) {
      sheets = grids.get(series).listTouched(ground).stream().map(Sheet::number).toList();
    }
    return new QuotedLayer(
        layer.name(),
        layer.agency(),
        layer.title(),
        area,
        sheets,
        found.features(),
        km2(ground),
        found.bytes(),
        found.hash(),
        layer.updated());
  }

  /** Of one that was quoted before: how it is now. */
  JdbcLayerExtracts.Extract extract(Layer layer, Optional<Geometry> area) {
    if (layer.data() instanceof LayerData.Raster raster) {
      return new JdbcLayerExtracts.Extract(0, raster.bytes(), raster.sha256());
    }
    return extracts.measure(layer.table().orElseThrow().ref(), area);
  }

  static BigDecimal km2(Geometry ground) {
    return org.tuguan.core.issuing.sheet.Ground.area(ground, NOTHING).quantity().max(LEAST);
  }

  static Geometry common(Geometry one, Geometry other) {
    return polygons(OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION));
  }

  /** Without the points and lines that an overlay may leave. */
  static Geometry polygons(Geometry overlaid) {
    return overlaid.getFactory().buildGeometry(PolygonExtracter.getPolygons(overlaid));
  }

  private Optional<Geometry> area(Layer layer, DataRequest.Where where, String series) {
    Optional<Geometry> asked = where.area();
    if (!where.sheets().isEmpty()) {
      asked = Optional.of(grids.union(where.series().orElse(series), where.sheets()));
    } else if (!where.villages().isEmpty()) {
      asked = Optional.of(villages.union(where.villages()));
    }
    Optional<Geometry> cut = asked.map(ground -> common(ground, extent(layer)));
    Ground seen = layer.terms().access().ground(Right.VIEW).orElseThrow();
    if (seen instanceof Ground.Within within) {
      cut = Optional.of(cut.map(ground -> common(ground, within.area())).orElse(within.area()));
    }
    if (cut.isPresent() && cut.get().isEmpty()) {
      throw nothing(layer);
    }
    return cut;
  }

  /** A little larger, so that points on its edge lie inside. */
  static Geometry extent(Layer layer) {
    return layer
        .extent()
        .map(box -> box.expand(0.0001))
        .map(Bounds::polygon)
        .orElseThrow(() -> nothing(layer));
  }

  private static RequestException nothing(Layer layer) {
    return new RequestException(
        Fault.INVALID_PARAMETER,
        "area",
        new LocalText(
            "圖層 %s 在所要的範圍內沒有資料".formatted(layer.name()),
            "the layer %s has no data in the area asked for".formatted(layer.name())));
  }
}

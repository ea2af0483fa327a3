package org.tuguan.api.tiles;

import java.math.BigDecimal;
import java.util.List;
import org.tuguan.api.UrlText;
import org.tuguan.api.XmlText;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.catalog.Theme;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.tile.TileMatrixSet;

/** The layers, grids and themes of a ServiceMetadata document (WMTS 1.0.0, 7.1.1.2.3). */
final class WmtsContents {
  private final XmlText xml;
  private final String server;
  private final TileLayers layers;
  private final Catalog catalog;

  WmtsContents(XmlText xml, String server, TileLayers layers, Catalog catalog) {
    this.xml = xml;
    this.server = server;
    this.layers = layers;
    this.catalog = catalog;
  }

  void write() {
    xml.open("Contents");
    catalog.listLayers().forEach(this::layer);
    TileMatrixSet.listAll().forEach(this::set);
    xml.close();
  }

  private void layer(Layer layer) {
    Bounds extent = layers.extent(List.of(TileLayer.of(layer)));
    xml.open("Layer").element("ows:Title", title(layer));
    if (!layer.summary().both().isBlank()) {
      xml.element("ows:Abstract", layer.summary().both());
    }
    xml.open("ows:WGS84BoundingBox")
        .element("ows:LowerCorner", pair(extent.minX(), extent.minY()))
        .element("ows:UpperCorner", pair(extent.maxX(), extent.maxY()))
        .close();
    xml.element("ows:Identifier", layer.name());
    layer.styles().forEach(style -> style(layer, style));
    TileFormat.listPictures().forEach(format -> xml.element("Format", format.mediaType()));
    TileMatrixSet.listAll().forEach(set -> link(set, TileMatrixLimits.list(set, extent)));
    TileFormat.listPictures().forEach(format -> address(layer, format));
    xml.close();
  }

  /** Synthetic data say so even if their title forgets to. */
  private static String title(Layer layer) {
    String title = layer.title().both();
    return layer.provenance().synthetic() && !title.contains("模擬")
        ? title + "（模擬資料 synthetic）"
        : title;
  }

  private void style(Layer layer, StyleInfo style) {
    boolean first = style.equals(layer.defaultStyle());
    xml.open("Style", "isDefault", Boolean.toString(first));
    xml.element("ows:Title", style.title().both()).element("ows:Identifier", style.name());
    xml.empty(
        "LegendURL",
        "format",
        "image/png",
        "xlink:href",
        "%s/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=%s&STYLE=%s&FORMAT=image/png"
            .formatted(server, UrlText.encode(layer.name()), UrlText.encode(style.name())));
    xml.close();
  }

  /** Levels at which the data touch the first row or column are limited by their matrix only. */
  private void link(TileMatrixSet set, List<TileMatrixLimits> limits) {
    if (limits.isEmpty()) {
      return;
    }
    xml.open("TileMatrixSetLink").element("TileMatrixSet", set.id());
    List<TileMatrixLimits> positive = limits.stream().filter(TileMatrixLimits::positive).toList();
    if (!positive.isEmpty()) {
      xml.open("TileMatrixSetLimits");
      positive.forEach(this::limits);
      xml.close();
    }
    xml.close();
  }

  private void limits(TileMatrixLimits limits) {
    xml.open("TileMatrixLimits")
        .element("TileMatrix", Integer.toString(limits.level()))
        .element("MinTileRow", Integer.toString(limits.minRow()))
        .element("MaxTileRow", Integer.toString(limits.maxRow()))
        .element("MinTileCol", Integer.toString(limits.minColumn()))
        .element("MaxTileCol", Integer.toString(limits.maxColumn()))
        .close();
  }

  private void address(Layer layer, TileFormat format) {
    xml.empty(
        "ResourceURL",
        "format",
        format.mediaType(),
        "resourceType",
        "tile",
        "template",
        "%s/wmts/1.0.0/%s/{Style}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.%s"
            .formatted(server, UrlText.encode(layer.name()), format.extension()));
  }

  private void set(TileMatrixSet set) {
    xml.open("TileMatrixSet").element("ows:Title", set.title().both());
    xml.element("ows:Identifier", set.id()).element("ows:SupportedCRS", urn(set));
    set.scaleSet().ifPresent(scales -> xml.element("WellKnownScaleSet", scales));
    for (int level = 0; level <= set.maxLevel(); level++) {
      xml.open("TileMatrix")
          .element("ows:Identifier", Integer.toString(level))
          .element("ScaleDenominator", text(set.scaleDenominator(level)))
          .element("TopLeftCorner", pair(set.west(), set.north()))
          .element("TileWidth", Integer.toString(TileMatrixSet.TILE_SIZE))
          .element("TileHeight", Integer.toString(TileMatrixSet.TILE_SIZE))
          .element("MatrixWidth", Integer.toString(set.columnsAt(level)))
          .element("MatrixHeight", Integer.toString(set.rowsAt(level)))
          .close();
    }
    xml.close();
  }

  /** The well-known scale set names one version of EPSG, and clients compare letter by letter. */
  private static String urn(TileMatrixSet set) {
    if (set.crs().equals(Crs.CRS84)) {
      return "urn:ogc:def:crs:OGC:1.3:CRS84";
    }
    String version = set.scaleSet().isPresent() ? "6.18:3" : "";
    return "urn:ogc:def:crs:EPSG:%s:%d".formatted(version, set.crs().srid());
  }

  void writeThemes() {
    xml.open("Themes");
    for (Theme theme : catalog.listThemes()) {
      List<Layer> members =
          catalog.listLayers().stream().filter(each -> each.theme().equals(theme.id())).toList();
      if (!members.isEmpty()) {
        xml.open("Theme").element("ows:Title", theme.title().both());
        xml.element("ows:Identifier", theme.id());
        members.forEach(layer -> xml.element("LayerRef", layer.name()));
        xml.close();
      }
    }
    xml.close();
  }

  private static String pair(double x, double y) {
    return text(x) + " " + text(y);
  }

  private static String text(double value) {
    return BigDecimal.valueOf(value).toPlainString();
  }
}

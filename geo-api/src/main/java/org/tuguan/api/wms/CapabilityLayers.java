package org.tuguan.api.wms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tuguan.api.UrlText;
import org.tuguan.api.XmlText;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.Theme;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.map.MapRequest;
import org.tuguan.core.map.ScaleRange;

/**
 * The tree of layers in a capabilities document: a root with what is common to all, an unnamed
 * layer for each theme, the layers in them.
 */
final class CapabilityLayers {
  private final XmlText xml;
  private final WmsCall call;
  private final boolean older;

  CapabilityLayers(XmlText xml, WmsCall call) {
    this.xml = xml;
    this.call = call;
    this.older = call.version() == WmsVersion.V1_1_1;
  }

  /**
   * @param title of the root
   * @param city stands for the area of a catalog without layers
   */
  void write(String title, List<LayerEntry> entries, LayerArea city) {
    LayerArea all = entries.stream().map(LayerEntry::area).reduce(LayerArea::union).orElse(city);
    List<Crs> common = new ArrayList<>(all.listSystems(call.version()));
    entries.forEach(entry -> common.retainAll(entry.area().listSystems(call.version())));
    xml.open("Layer");
    xml.element("Title", title);
    systems(common);
    boxes(all, common);
    for (Theme theme : call.catalog().listThemes()) {
      theme(theme, entries, common);
    }
    entries.stream()
        .filter(entry -> findTheme(entry.layer()).isEmpty())
        .forEach(entry -> layer(entry, common));
    xml.close();
  }

  private void theme(Theme theme, List<LayerEntry> entries, List<Crs> common) {
    List<LayerEntry> inside =
        entries.stream().filter(entry -> entry.layer().theme().equals(theme.id())).toList();
    if (!inside.isEmpty()) {
      xml.open("Layer").element("Title", theme.title().both());
      inside.forEach(entry -> layer(entry, common));
      xml.close();
    }
  }

  private Optional<Theme> findTheme(Layer layer) {
    return call.catalog().listThemes().stream()
        .filter(theme -> theme.id().equals(layer.theme()))
        .findFirst();
  }

  private void layer(LayerEntry entry, List<Crs> inherited) {
    Layer layer = entry.layer();
    xml.open("Layer", "queryable", queryable(layer) ? "1" : "0", "opaque", "0");
    xml.element("Name", layer.name());
    xml.element("Title", entry.title());
    String summary = layer.summary().both();
    xml.element("Abstract", summary.isBlank() ? entry.title() : summary);
    CapabilitiesDocument.keywords(xml, keywords(layer));
    List<Crs> own = entry.area().listSystems(call.version());
    systems(own.stream().filter(crs -> !inherited.contains(crs)).toList());
    boxes(entry.area(), own);
    attribution(entry.attribution());
    links(layer);
    entry.styles().forEach(style -> style(layer, style));
    scales(entry.scales());
    xml.close();
  }

  private List<String> keywords(Layer layer) {
    List<String> keywords = new ArrayList<>(layer.keywords());
    findTheme(layer).ifPresent(theme -> keywords.add(theme.title().zh()));
    if (keywords.isEmpty()) {
      keywords.add(layer.name());
    }
    return keywords.stream().distinct().toList();
  }

  private void systems(List<Crs> systems) {
    systems.forEach(crs -> xml.element(call.version().crsParameter(), crs.code()));
  }

  private void boxes(LayerArea area, List<Crs> systems) {
    String[] degrees = edges(area.degrees(), false);
    if (older) {
      xml.empty("LatLonBoundingBox", attributes(degrees));
    } else {
      xml.open("EX_GeographicBoundingBox")
          .element("westBoundLongitude", degrees[0])
          .element("eastBoundLongitude", degrees[2])
          .element("southBoundLatitude", degrees[1])
          .element("northBoundLatitude", degrees[3])
          .close();
    }
    for (Crs crs : systems) {
      String[] edges = edges(area.in(crs), call.version().northFirst(crs));
      xml.empty("BoundingBox", attributes(edges, call.version().crsParameter(), crs.code()));
    }
  }

  private static String[] edges(Bounds box, boolean northFirst) {
    String west = LayerArea.text(box.minX(), box.crs(), RoundingMode.FLOOR);
    String south = LayerArea.text(box.minY(), box.crs(), RoundingMode.FLOOR);
    String east = LayerArea.text(box.maxX(), box.crs(), RoundingMode.CEILING);
    String north = LayerArea.text(box.maxY(), box.crs(), RoundingMode.CEILING);
    return northFirst
        ? new String[] {south, west, north, east}
        : new String[] {west, south, east, north};
  }

  private static String[] attributes(String[] edges, String... before) {
    List<String> all = new ArrayList<>(List.of(before));
    all.addAll(List.of("minx", edges[0], "miny", edges[1], "maxx", edges[2], "maxy", edges[3]));
    return all.toArray(String[]::new);
  }

  private void attribution(String text) {
    if (!text.isBlank()) {
      xml.open("Attribution").element("Title", text).close();
    }
  }

  /**
   * The layer's description is JSON and follows no metadata standard; version 1.1.1 knows only two
   * standards as types, so there it goes without.
   */
  private void links(Layer layer) {
    String name = UrlText.encode(layer.name());
    if (!older) {
      xml.open("MetadataURL", "type", "other").element("Format", "application/json");
      CapabilitiesDocument.onlineResource(xml, call.server() + "/api/v1/layers/" + name);
      xml.close();
    }
    if (queryable(layer)) {
      xml.open("DataURL").element("Format", "application/geo+json");
      CapabilitiesDocument.onlineResource(
          xml, call.server() + "/ogc/collections/" + name + "/items?f=json");
      xml.close();
    }
  }

  private static boolean queryable(Layer layer) {
    return layer.table().isPresent() && layer.terms().allow(Right.QUERY);
  }

  private void style(Layer layer, LayerEntry.StyleEntry entry) {
    xml.open("Style").element("Name", entry.style().name());
    xml.element("Title", entry.style().title().both());
    entry
        .legend()
        .ifPresent(
            size -> {
              xml.open(
                      "LegendURL",
                      "width",
                      Integer.toString(size.width()),
                      "height",
                      Integer.toString(size.height()))
                  .element("Format", LegendOperation.PNG);
              CapabilitiesDocument.onlineResource(
                  xml, LegendOperation.address(call, layer, entry.style()));
              xml.close();
            });
    xml.close();
  }

  private void scales(ScaleRange scales) {
    boolean limited = Double.isFinite(scales.most());
    if (older) {
      if (scales.least() > 0 || limited) {
        // WMS 1.1.1, 7.1.4.5.8: the diagonal of a pixel on the ground.
        double diagonal = MapRequest.STANDARD_PIXEL * Math.sqrt(2);
        double most = limited ? scales.most() : 1e10;
        xml.empty(
            "ScaleHint", "min", text(scales.least() * diagonal), "max", text(most * diagonal));
      }
      return;
    }
    if (scales.least() > 0) {
      xml.element("MinScaleDenominator", text(scales.least()));
    }
    if (limited) {
      xml.element("MaxScaleDenominator", text(scales.most()));
    }
  }

  private static String text(double value) {
    return BigDecimal.valueOf(value)
        .setScale(4, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}

package org.tuguan.api.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.sharing.Agency;

/**
 * A layer as {@code /api/v1} shows it.
 *
 * @param rights of the caller
 * @param open true if everybody may view, query and download it
 * @param howToGet the layer, or more of it, if that is advertised; else null
 */
record LayerJson(
    String name,
    LocalText title,
    LocalText summary,
    List<String> keywords,
    String theme,
    AgencyName agency,
    String kind,
    String geometry,
    String crs,
    List<Double> extent,
    List<StyleName> styles,
    LocalText attribution,
    String licence,
    String licenceUrl,
    LocalDate dataDate,
    boolean synthetic,
    boolean shownAtStart,
    String placeName,
    Instant updated,
    List<Right> rights,
    boolean open,
    LocalText howToGet) {

  record AgencyName(String id, LocalText name) {
    static AgencyName of(Agency agency) {
      return new AgencyName(agency.id(), agency.name());
    }
  }

  record StyleName(String name, LocalText title) {}

  static LayerJson of(Catalog catalog, Layer layer) {
    Optional<LayerData.Table> table = layer.table();
    return new LayerJson(
        layer.name(),
        layer.title(),
        layer.summary(),
        layer.keywords(),
        layer.theme(),
        catalog.findAgency(layer.agency()).map(AgencyName::of).orElse(null),
        table.isPresent() ? "vector" : "raster",
        table.map(each -> each.type().geometryKind().name()).orElse(null),
        table.map(each -> each.type().crs().code()).orElse(null),
        layer.extent().map(LayerJson::box).orElse(null),
        layer.styles().stream().map(each -> new StyleName(each.name(), each.title())).toList(),
        layer.provenance().attribution(),
        layer.provenance().licence(),
        layer.provenance().licenceUrl(),
        layer.provenance().dataDate().orElse(null),
        layer.provenance().synthetic(),
        layer.shownAtStart(),
        layer.placeName().orElse(null),
        layer.updated(),
        layer.terms().access().rights().stream().sorted().toList(),
        Arrays.stream(Right.values())
            .filter(right -> right != Right.MANAGE)
            .allMatch(layer.terms().everyones()::allows),
        layer.terms().offer().orElse(null));
  }

  static List<Double> box(Bounds bounds) {
    return List.of(bounds.minX(), bounds.minY(), bounds.maxX(), bounds.maxY());
  }
}

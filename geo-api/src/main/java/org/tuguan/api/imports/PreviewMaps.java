package org.tuguan.api.imports;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.springframework.stereotype.Component;
import org.tuguan.api.publishing.LayerPictures;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.MemoryFeatureSource;
import org.tuguan.core.imports.ImportPlan;
import org.tuguan.core.map.SldReader;
import org.tuguan.core.map.StarterStyle;
import org.tuguan.core.map.StyledLayer;

/** Shows what an import would publish: two rows as they would be, and a map of a sample. */
@Component
class PreviewMaps {
  private static final int SHOWN_ROWS = 2;

  private final LayerPictures pictures;

  PreviewMaps(LayerPictures pictures) {
    this.pictures = pictures;
  }

  Map<String, Object> json(Importer.Preview preview) {
    Map<String, Object> fields = ImportJson.fields(preview.report());
    preview.plan().ifPresent(plan -> fields.put("sample", rows(plan)));
    fields.put(
        "map",
        picture(preview)
            .map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
            .orElse(null));
    return fields;
  }

  /** A PNG; empty if there is nothing to show. */
  Optional<byte[]> picture(Importer.Preview preview) {
    return preview
        .plan()
        .flatMap(plan -> picture(preview.report().layer(), plan))
        .or(() -> preview.raster().map(this::picture));
  }

  private byte[] picture(StyledLayer.Raster raster) {
    Bounds box = raster.source().bounds();
    return pictures.draw(raster, CoordinateTransform.between(box.crs(), Crs.CRS84).apply(box));
  }

  private static List<Map<String, Object>> rows(ImportPlan plan) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Feature feature : plan.sample().stream().limit(SHOWN_ROWS).toList()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (Attribute attribute : plan.attributes()) {
        Object value = feature.value(attribute.name());
        row.put(attribute.name(), value instanceof Number ? value : text(value));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private Optional<byte[]> picture(String layer, ImportPlan plan) {
    if (plan.sample().isEmpty()) {
      return Optional.empty();
    }
    FeatureType type = plan.sample().get(0).type();
    FeatureType named =
        new FeatureType(
            layer, type.attributes(), type.geometryName(), type.geometryKind(), type.crs());
    StyledLayer sample =
        new StyledLayer.Vector(
            new MemoryFeatureSource(type, plan.sample()),
            new SldReader().readStyle(StarterStyle.of(named)),
            Filter.INCLUDE);
    return plan.extent().map(extent -> pictures.draw(sample, extent));
  }
}

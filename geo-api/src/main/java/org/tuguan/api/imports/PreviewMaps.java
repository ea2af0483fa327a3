package org.tuguan.api.imports;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    preview
        .plan()
        .ifPresent(
            plan -> {
              fields.put("sample", rows(plan));
              fields.put("map", picture(preview.report().layer(), plan));
            });
    preview
        .raster()
        .ifPresent(
            raster -> {
              Bounds box = raster.source().bounds();
              fields.put(
                  "map",
                  draw(raster, CoordinateTransform.between(box.crs(), Crs.CRS84).apply(box)));
            });
    return fields;
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

  private String picture(String layer, ImportPlan plan) {
    if (plan.extent().isEmpty() || plan.sample().isEmpty()) {
      return null;
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
    return draw(sample, plan.extent().get());
  }

  private String draw(StyledLayer layer, Bounds extent) {
    byte[] png = pictures.draw(layer, extent);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }
}

package org.tuguan.plugin.coverage.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.Query;
import org.tuguan.core.plugin.PluginLayers;

/** What a layer has, for people who map its columns. */
@Component
public class ImportColumns {
  private static final int LOOKED_AT = 20;

  /**
   * @param example a value of one of the first features; empty if none has one
   */
  public record Column(String name, String type, String example) {}

  /**
   * @param stations guess for stations: column by our name
   * @param census guess for areas with people
   */
  public record LayerColumns(
      String name,
      LocalText title,
      GeometryKind geometry,
      boolean synthetic,
      Optional<LocalDate> dataDate,
      List<Column> columns,
      Map<String, String> stations,
      Map<String, String> census) {}

  private final PluginLayers layers;

  ImportColumns(PluginLayers layers) {
    this.layers = layers;
  }

  /** Of a layer that the caller may query. */
  public LayerColumns of(String name) {
    Layer layer = layers.seen().getLayer("layer", name, Right.QUERY);
    FeatureType type = layer.table().orElseThrow(() -> LayerFaults.noFeatures(name)).type();
    List<Feature> first;
    try (Stream<Feature> features =
        layers.features(layer, Right.QUERY).features(Query.ALL.withLimit(LOOKED_AT))) {
      first = features.toList();
    }
    List<String> names = type.attributes().stream().map(Attribute::name).toList();
    return new LayerColumns(
        layer.name(),
        layer.title(),
        type.geometryKind(),
        layer.provenance().synthetic(),
        layer.provenance().dataDate(),
        type.attributes().stream().map(each -> column(each, first)).toList(),
        ColumnGuess.stations(names),
        ColumnGuess.census(names));
  }

  private static Column column(Attribute attribute, List<Feature> features) {
    String example =
        features.stream()
            .map(feature -> feature.value(attribute.name()))
            .filter(value -> value != null && !value.toString().isBlank())
            .map(Object::toString)
            .findFirst()
            .orElse("");
    return new Column(attribute.name(), attribute.type().name(), example);
  }
}

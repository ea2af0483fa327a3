package org.tuguan.core.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.Intersects;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.Query;

/**
 * Answers from memory what can be answered there exactly as the database would: all rows, and those
 * that meet a geometry, in key order, from a key on. Everything else goes to the source behind. For
 * one thread.
 *
 * <p>Each call sees the layer at one moment, a later call the same or a later one.
 */
public final class ExactRows implements FeatureSource {
  private final FeatureSource source;
  private final Supplier<Optional<LayerView>> views;
  private Optional<Counted> counted = Optional.empty();

  ExactRows(FeatureSource source, Supplier<Optional<LayerView>> views) {
    this.source = source;
    this.views = views;
  }

  /** How many rows met a filter when they were read. */
  private record Counted(Filter filter, long rows) {}

  /**
   * As {@link #count}, if that costs next to nothing: if rows with this filter, on whatever page,
   * were read from memory before.
   */
  public OptionalLong findCount(Query query) {
    return counted
        .filter(known -> known.filter() == query.filter() && query.bounds().isEmpty())
        .map(known -> OptionalLong.of(known.rows()))
        .orElseGet(OptionalLong::empty);
  }

  private Optional<KeyOrder.Found> find(Query query) {
    Optional<Geometry> area = area(query.filter());
    if (query.bounds().isPresent() || area.isEmpty() && query.filter() != Filter.INCLUDE) {
      return Optional.empty();
    }
    List<String> attributes =
        query
            .attributes()
            .orElseGet(() -> type().attributes().stream().map(Attribute::name).toList());
    int[] positions = attributes.stream().mapToInt(type()::position).toArray();
    int most = query.limit() < 0 ? Integer.MAX_VALUE : query.limit();
    return views
        .get()
        .filter(view -> view.exact() && view.parts().get(0).snapshot().holds(attributes))
        .map(view -> new KeyOrder(view, positions))
        .filter(rows -> query.after().map(rows::knows).orElse(true))
        .map(
            rows ->
                area.map(shape -> rows.meeting(new Area(shape), query.after(), most))
                    .orElseGet(() -> rows.all(query.after())));
  }

  /** The geometry that rows must meet, if the filter says just that. */
  private Optional<Geometry> area(Filter filter) {
    return filter instanceof Intersects meets
            && meets.getExpression1() instanceof PropertyName name
            && name.getPropertyName().equals(type().geometryName())
            && meets.getExpression2() instanceof Literal literal
            && literal.getValue() instanceof Geometry geometry
            && !geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)
        ? Optional.of(geometry)
        : Optional.empty();
  }

  @Override
  public FeatureType type() {
    return source.type();
  }

  @Override
  public long count(Query query) {
    return find(query.withLimit(0))
        .map(KeyOrder.Found::matched)
        .orElseGet(() -> source.count(query));
  }

  @Override
  public Stream<Feature> features(Query query) {
    Optional<KeyOrder.Found> found = find(query);
    counted = found.map(rows -> new Counted(query.filter(), rows.matched()));
    return found
        .map(rows -> query.limit() < 0 ? rows.features() : rows.features().limit(query.limit()))
        .orElseGet(() -> source.features(query));
  }

  @Override
  public Optional<Feature> find(String id) {
    return source.find(id);
  }

  @Override
  public Optional<Bounds> bounds() {
    return source.bounds();
  }
}

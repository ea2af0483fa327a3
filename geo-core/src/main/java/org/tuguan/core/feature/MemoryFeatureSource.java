package org.tuguan.core.feature;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Envelope;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;

/**
 * Features that are all in memory: previews of imports, tests. Immutable, if its features are left
 * alone.
 *
 * <p>Ids are in order as whole numbers if all of them are such, otherwise as text.
 */
public final class MemoryFeatureSource implements FeatureSource {
  private final FeatureType type;
  private final List<Feature> features;
  private final Comparator<String> order;

  public MemoryFeatureSource(FeatureType type, List<Feature> features) {
    boolean numbers = features.stream().allMatch(feature -> feature.id().matches("-?\\d{1,18}"));
    this.type = type;
    this.order = numbers ? Comparator.comparing(Long::valueOf) : Comparator.naturalOrder();
    this.features = features.stream().sorted(Comparator.comparing(Feature::id, order)).toList();
  }

  @Override
  public FeatureType type() {
    return type;
  }

  @Override
  public long count(Query query) {
    return features.stream().filter(matches(query)).count();
  }

  @Override
  public Stream<Feature> features(Query query) {
    Stream<Feature> found = features.stream().filter(matches(query));
    if (query.after().isPresent()) {
      String after = query.after().get();
      found = found.filter(feature -> order.compare(feature.id(), after) > 0);
    }
    return query.limit() < 0 ? found : found.limit(query.limit());
  }

  @Override
  public Optional<Feature> find(String id) {
    return features.stream().filter(feature -> feature.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Bounds> bounds() {
    Envelope all = new Envelope();
    for (Feature feature : features) {
      if (feature.geometry() != null) {
        all.expandToInclude(feature.geometry().getEnvelopeInternal());
      }
    }
    return all.isNull() ? Optional.empty() : Optional.of(Bounds.of(type.crs(), all));
  }

  private Predicate<Feature> matches(Query query) {
    Filter filter = StrictFilter.of(type, query.filter());
    if (query.bounds().isEmpty()) {
      return filter::evaluate;
    }
    Bounds wanted = query.bounds().get();
    Envelope box =
        CoordinateTransform.between(wanted.crs(), type.crs())
            .find(wanted)
            .map(Bounds::envelope)
            .orElseGet(Envelope::new);
    return feature ->
        feature.geometry() != null
            && box.intersects(feature.geometry().getEnvelopeInternal())
            && filter.evaluate(feature);
  }
}

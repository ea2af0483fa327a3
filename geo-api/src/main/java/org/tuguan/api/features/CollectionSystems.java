package org.tuguan.api.features;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.FeatureType;

/**
 * The coordinate systems in which a collection can be asked for (Part 2). Those of Taiwan are
 * offered where the data are near Taiwan, since they say nothing elsewhere; TWD67 only where the
 * data are stored in it.
 */
final class CollectionSystems {
  private static final List<Crs> EVERYWHERE = List.of(Crs.CRS84, Crs.WGS84, Crs.WEB_MERCATOR);
  private static final List<Crs> TAIWAN = List.of(Crs.TWD97_TM2_121, Crs.TWD97_TM2_119, Crs.TWD97);
  private static final Bounds NEAR_TAIWAN = new Bounds(Crs.CRS84, 113, 9, 128, 33);

  private CollectionSystems() {}

  /** CRS84 first, and always the system of storage. */
  static List<Crs> list(Layer layer, FeatureType type) {
    Set<Crs> systems = new LinkedHashSet<>(EVERYWHERE);
    boolean near = layer.extent().map(extent -> inside(extent, NEAR_TAIWAN)).orElse(true);
    if (near) {
      systems.addAll(TAIWAN);
    }
    systems.add(type.crs());
    return new ArrayList<>(systems);
  }

  private static boolean inside(Bounds inner, Bounds outer) {
    return outer.envelope().contains(inner.envelope());
  }

  /** The system that a parameter names, if the collection offers it. */
  static Crs get(List<Crs> offered, String parameter, String uri) {
    return Crs.find(uri)
        .filter(offered::contains)
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.UNKNOWN_CRS,
                    parameter,
                    "%s=%s: allowed are %s"
                        .formatted(
                            parameter,
                            RequestException.quote(uri),
                            String.join(", ", offered.stream().map(Crs::uri).toList()))));
  }
}

package org.tuguan.core.tile;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.Query;
import org.tuguan.core.feature.StrictFilter;
import org.tuguan.core.snapshot.LayerView;
import org.tuguan.core.snapshot.LiveLayer;
import org.tuguan.core.snapshot.PartKind;
import org.tuguan.core.snapshot.RenderSnapshot;

/**
 * Reads the features of one layer for one tile, from memory where the layer is there, else from its
 * source. For one thread.
 */
final class TileLayerReader {
  private final VectorTileLayer layer;
  private final TileGrid grid;
  private final TileGeometry geometry;
  private final int maxBytes;
  private final double tolerance;
  private final boolean mayBePoints;
  private TileCollector collector;

  TileLayerReader(VectorTileLayer layer, TileCoord coord, TileGrid grid, int maxBytes) {
    this.layer = layer;
    this.grid = grid;
    this.maxBytes = maxBytes;
    double margin = VectorTileEncoder.MARGIN;
    this.geometry = new TileGeometry(grid, new TileClip(-margin, TileGrid.EXTENT + margin));
    this.tolerance = tolerance(coord);
    GeometryKind kind = layer.source().type().geometryKind();
    this.mayBePoints = kind == GeometryKind.POINT || kind == GeometryKind.MIXED;
  }

  /** In units: what is left out may not be seen, and the wider the view the less is. */
  private static double tolerance(TileCoord coord) {
    double unit = coord.set().resolutionAt(coord.z()) * TileMatrixSet.TILE_SIZE / TileGrid.EXTENT;
    double metres = unit * coord.set().crs().metresPerUnit();
    return metres < 0.8 ? 0.5 : metres < 3 ? 1 : 2;
  }

  /**
   * @param filled how many times over the tile should be filled; less is read if it is small
   */
  TileContent read(double filled) {
    Optional<LayerView> view = view();
    if (view.isPresent()) {
      TileBudget budget = new TileBudget(grid, layer.attributes().size());
      view.get().parts().forEach(part -> budget.count(part));
      collector = new TileCollector(layer, maxBytes, budget.smallest((long) (filled * maxBytes)));
      view.get().parts().forEach(this::read);
    } else {
      collector = new TileCollector(layer, maxBytes, 0);
      stream();
    }
    return collector.content();
  }

  private Optional<LayerView> view() {
    if (layer.source() instanceof LiveLayer live) {
      return FilterNeeds.of(layer.filter(), live.type())
          .flatMap(
              needed -> {
                needed.addAll(layer.attributes());
                return live.view(needed);
              });
    }
    return Optional.empty();
  }

  private void read(LayerView.Part part) {
    RenderSnapshot snapshot = part.snapshot();
    Filter filter = StrictFilter.of(snapshot.type(), layer.filter());
    boolean all = filter.equals(Filter.INCLUDE);
    SnapshotValues values = new SnapshotValues(snapshot, layer.attributes(), collector);
    snapshot.search(
        grid.search(),
        feature -> {
          if (!part.hidden().get(feature)
              && (all || filter.evaluate(snapshot.attributesOf(feature)))) {
            read(snapshot, feature, values);
          }
          return true;
        });
  }

  private void read(RenderSnapshot snapshot, int feature, SnapshotValues numbers) {
    double size = size(snapshot, feature);
    if (!collector.wants(size)) {
      return;
    }
    begin(size);
    for (int part = snapshot.firstPart(feature); part < snapshot.endPart(feature); part++) {
      double[] room = geometry.room(snapshot.points(part));
      geometry.part(snapshot.kind(part), snapshot.load(part, room));
    }
    int[] values = null;
    for (int kind = TileFeature.POINT; kind <= TileFeature.POLYGON; kind++) {
      byte[] commands = geometry.commands(kind);
      if (commands.length > 0) {
        values = values == null ? numbers.of(feature) : values;
        add(snapshot.id(feature), kind, size, commands, values);
      }
    }
  }

  private double size(RenderSnapshot snapshot, int feature) {
    boolean points =
        mayBePoints
            && snapshot.kind(snapshot.firstPart(feature)) == PartKind.POINT
            && snapshot.kind(snapshot.endPart(feature) - 1) == PartKind.POINT;
    return points
        ? TileOrder.pointSize(snapshot.id(feature))
        : grid.size(snapshot.width(feature), snapshot.height(feature));
  }

  private void stream() {
    Query query =
        Query.ALL
            .withBounds(grid.search())
            .withFilter(layer.filter())
            .withAttributes(layer.attributes())
            .withResolution(grid.unit() / 2);
    try (Stream<Feature> features = layer.source().features(query)) {
      for (Iterator<Feature> each = features.iterator(); each.hasNext(); ) {
        read(each.next());
      }
    }
  }

  private void read(Feature feature) {
    Geometry shape = feature.geometry();
    if (shape == null || shape.isEmpty()) {
      return;
    }
    Envelope box = shape.getEnvelopeInternal();
    double size =
        shape.getDimension() == 0
            ? TileOrder.pointSize(feature.id())
            : grid.size(box.getWidth(), box.getHeight());
    if (!collector.wants(size)) {
      return;
    }
    begin(size);
    new GeometryParts(geometry).add(shape);
    int[] values = null;
    for (int kind = TileFeature.POINT; kind <= TileFeature.POLYGON; kind++) {
      byte[] commands = geometry.commands(kind);
      if (commands.length > 0) {
        values = values == null ? values(feature) : values;
        add(feature.id(), kind, size, commands, values);
      }
    }
  }

  private int[] values(Feature feature) {
    List<String> names = layer.attributes();
    int[] values = new int[names.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = collector.number(feature.value(names.get(i)));
    }
    return values;
  }

  /** Small things keep their shape. */
  private void begin(double size) {
    geometry.begin(Math.min(tolerance, Math.max(0.5, size / 32)));
  }

  private void add(String id, int kind, double size, byte[] commands, int[] values) {
    collector.add(new TileFeature(number(id), kind, size, commands, values));
  }

  /** -1 if the id is not a whole number as it would be written again. */
  static long number(String id) {
    int length = id.length();
    if (length == 0 || length > 18 || id.charAt(0) == '0' && length > 1) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < length; i++) {
      char c = id.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }
}

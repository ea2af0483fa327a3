package org.tuguan.core.map;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.filter.FilterAttributeExtractor;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.Query;
import org.tuguan.core.map.LayerStyle.ActiveRule;
import org.tuguan.core.map.LayerStyle.Pass;
import org.tuguan.core.snapshot.LayerView;
import org.tuguan.core.snapshot.LiveLayer;

/**
 * Draws one layer of features: asks for what the active rules need, turns each feature into pixels
 * once, and hands it to the painters. Features are streamed, none is kept, unless the layer is in
 * memory ({@link SnapshotDrawing}). Belongs to one thread.
 *
 * <p>Each {@code FeatureTypeStyle} after the first is drawn on a transparent picture of its own,
 * all in one pass: reading and transforming features again costs more than laying pictures over
 * each other. Only where those pictures would be very large, the layer is read once for each.
 */
final class VectorDrawing {
  /** In the pictures of one layer besides the map's own. */
  private static final long MOST_PIXELS = 16L << 20;

  private final MapRequest request;
  private final StyledLayer.Vector layer;
  private final FeatureType type;
  private final Deadline deadline;
  private final StyleScope scope;
  private final LabelBoard labels;
  private final ShapeReader reader;
  private final LayerStyle style;
  private final PixelGrid grid;
  private final RuleMemory memory;
  private final PixelShape shape = new PixelShape();

  VectorDrawing(
      MapRequest request,
      StyledLayer.Vector layer,
      MapRenderer.Resources resources,
      LabelBoard labels,
      Deadline deadline,
      RuleMemory memory) {
    this.memory = memory;
    this.request = request;
    this.layer = layer;
    this.type = layer.source().type();
    this.deadline = deadline;
    this.labels = labels;
    this.scope = new StyleScope(type, request, resources);
    this.grid = new PixelGrid(type.crs(), request.bounds(), request.width(), request.height());
    this.reader = new ShapeReader(grid);
    this.style = LayerStyle.of(layer.style(), request.scaleDenominator(), scope, this::painter);
  }

  /**
   * Nothing is read if no rule is active at the scale, or the map lies outside the data's system.
   */
  void draw(BufferedImage map) {
    if (style.empty()) {
      return;
    }
    Optional<Query> query = query();
    if (query.isEmpty()) {
      return;
    }
    Optional<LayerView> view = view();
    if (view.isPresent()) {
      new SnapshotDrawing(grid, reader, scope, deadline, memory)
          .draw(view.get(), query.get(), style, map);
      return;
    }
    long pixels = (long) map.getWidth() * map.getHeight() * (style.passes().size() - 1);
    if (pixels <= MOST_PIXELS) {
      draw(style.passes(), query.get(), map);
    } else {
      style.passes().forEach(pass -> draw(List.of(pass), query.get(), map));
    }
  }

  /** Empty if the layer is not in memory with all that the style and the filter read. */
  private Optional<LayerView> view() {
    if (!(layer.source() instanceof LiveLayer live)
        || style.passes().stream().anyMatch(pass -> pass.rules().size() > RuleChoice.MOST_RULES)) {
      return Optional.empty();
    }
    FilterAttributeExtractor read = new FilterAttributeExtractor();
    layer.filter().accept(read, null);
    Set<String> names = new HashSet<>(scope.attributes());
    names.addAll(read.getAttributeNameSet());
    if (names.contains("") || names.contains(type.geometryName())) {
      return Optional.empty();
    }
    names.removeIf(name -> type.position(name) < 0);
    return live.view(names);
  }

  private void draw(List<Pass> passes, Query query, BufferedImage map) {
    List<Canvas> canvases = new ArrayList<>();
    canvases.add(new Canvas(map));
    for (int i = 1; i < passes.size(); i++) {
      canvases.add(Canvas.transparent(map.getWidth(), map.getHeight()));
    }
    long pixels = (long) map.getWidth() * map.getHeight();
    for (int i = 0; i < passes.size(); i++) {
      canvases.get(i).gather(passes.get(i).gathers(pixels, false));
    }
    try (Stream<Feature> features = layer.source().features(query)) {
      for (Iterator<Feature> each = features.iterator(); each.hasNext(); ) {
        deadline.tick();
        draw(each.next(), passes, canvases);
      }
    }
    for (int i = 0; i < passes.size(); i++) {
      for (ActiveRule rule : passes.get(i).rules()) {
        for (SymbolPainter painter : rule.painters()) {
          painter.finish(canvases.get(i));
        }
      }
    }
    for (Canvas above : canvases.subList(1, canvases.size())) {
      above.drawOn(canvases.get(0));
    }
    canvases.forEach(Canvas::dispose);
  }

  /** Pixels around the picture in which a feature may still show, or its label be in the way. */
  private double reach() {
    boolean labelled =
        style.passes().stream()
            .flatMap(pass -> pass.rules().stream())
            .flatMap(rule -> rule.painters().stream())
            .anyMatch(SymbolPainter::labels);
    return Math.max(scope.reach(), labelled ? request.labelBuffer() : 0);
  }

  private Optional<Query> query() {
    double reach = reach();
    double marginX = reach * request.resolutionX();
    double marginY = reach * request.resolutionY();
    Bounds map = request.bounds();
    Bounds wanted =
        new Bounds(
            map.crs(),
            map.minX() - marginX,
            map.minY() - marginY,
            map.maxX() + marginX,
            map.maxY() + marginY);
    CoordinateTransform toData = CoordinateTransform.between(map.crs(), type.crs());
    Bounds data;
    try {
      data = toData.identity() ? wanted : toData.apply(wanted);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    double pixel =
        Math.min(
            data.width() / (request.width() + 2 * reach),
            data.height() / (request.height() + 2 * reach));
    List<String> attributes =
        scope.attributes().stream().filter(name -> type.position(name) >= 0).toList();
    return Optional.of(
        Query.ALL
            .withBounds(data)
            .withFilter(layer.filter())
            .withAttributes(attributes)
            .withResolution(pixel / 2));
  }

  private void draw(Feature feature, List<Pass> passes, List<Canvas> canvases) {
    if (feature.geometry() == null) {
      return;
    }
    try {
      reader.read(feature.geometry(), shape);
    } catch (RuntimeException e) {
      scope.problem(RenderProblems.Code.GEOMETRY, feature.id() + ": " + e);
      return;
    }
    if (shape.empty() || !shape.meets(request.width(), request.height(), reach())) {
      return;
    }
    for (int i = 0; i < canvases.size(); i++) {
      try {
        paint(passes.get(i), feature, canvases.get(i));
      } catch (RequestException e) {
        throw e;
      } catch (RuntimeException e) {
        scope.problem(RenderProblems.Code.SYMBOL, feature.id() + ": " + e);
      }
    }
  }

  private void paint(Pass pass, Feature feature, Canvas canvas) {
    boolean taken = false;
    for (ActiveRule rule : pass.rules()) {
      if (!rule.otherwise() && rule.matches(feature)) {
        rule.painters().forEach(painter -> painter.paint(shape, feature, canvas));
        taken = true;
        if (pass.firstMatchOnly()) {
          return;
        }
      }
    }
    if (!taken) {
      for (ActiveRule rule : pass.rules()) {
        if (rule.otherwise()) {
          rule.painters().forEach(painter -> painter.paint(shape, feature, canvas));
        }
      }
    }
  }

  private SymbolPainter painter(Symbolizer symbolizer) {
    SymbolPainter painter;
    if (symbolizer instanceof PolygonSymbolizer polygon) {
      painter = new PolygonPainter(polygon, scope);
    } else if (symbolizer instanceof LineSymbolizer line) {
      painter = new LinePainter(line, scope);
    } else if (symbolizer instanceof PointSymbolizer point) {
      painter = new PointPainter(point, scope, labels);
    } else if (symbolizer instanceof TextSymbolizer text) {
      painter = new LabelCollector(text, scope, labels);
    } else {
      return null;
    }
    boolean whole =
        symbolizer.getGeometry() == null
            || symbolizer.getGeometry() instanceof PropertyName name
                && type.position(name.getPropertyName()) < 0;
    return whole ? painter : new DerivedGeometryPainter(symbolizer, reader, painter, scope);
  }
}

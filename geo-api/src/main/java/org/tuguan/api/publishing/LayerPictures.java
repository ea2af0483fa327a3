package org.tuguan.api.publishing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.Query;
import org.tuguan.core.map.MapRenderer;
import org.tuguan.core.map.MapRequest;
import org.tuguan.core.map.PngEncoder;
import org.tuguan.core.map.ScaleRange;
import org.tuguan.core.map.StyledLayer;

/** Small maps of one layer, whole. Safe for any thread; two are drawn at once. */
@Component
public class LayerPictures {
  /** Pixels. */
  public static final int WIDTH = 320;

  public static final int HEIGHT = 200;

  private static final Color PAPER = new Color(0xF4F3EF);

  /** A single point is shown with this much around it, in metres. */
  private static final double LEAST_WIDTH = 1_000;

  private static final double MARGIN = 1.08;

  /** How far below the largest scale denominator a close picture is. */
  private static final double CLOSE = 0.15;

  private static final int SAMPLE = 500;

  private final MapRenderer renderer;
  private final Semaphore places = new Semaphore(2);

  LayerPictures(MapRenderer renderer) {
    this.renderer = renderer;
  }

  /**
   * A PNG in Web Mercator. A layer whose style draws nothing at the scale of its whole extent is
   * shown at a scale where it does, where its first features lie closest together.
   *
   * @param extent what should be on it, in CRS:84
   */
  public byte[] draw(StyledLayer layer, Bounds extent) {
    places.acquireUninterruptibly();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new PngEncoder().write(render(layer, frame(layer, extent)), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      places.release();
    }
  }

  private BufferedImage render(StyledLayer layer, Bounds frame) {
    return renderer.render(
        new MapRequest(
            frame, WIDTH, HEIGHT, List.of(layer), false, PAPER, 1, Locale.TRADITIONAL_CHINESE));
  }

  private static Bounds frame(StyledLayer layer, Bounds extent) {
    Bounds whole = frame(extent);
    double most = ScaleRange.of(layer.style()).most();
    boolean drawn = whole.width() / WIDTH / MapRequest.STANDARD_PIXEL < most;
    if (drawn || !(layer instanceof StyledLayer.Vector vector)) {
      return whole;
    }
    double pixel = CLOSE * most * MapRequest.STANDARD_PIXEL;
    List<Coordinate> some = middles(vector.source());
    return some.stream()
        .map(at -> around(at.x, at.y, pixel))
        .max(
            Comparator.comparingLong(box -> some.stream().filter(box.envelope()::contains).count()))
        .orElse(whole);
  }

  /** Where the first features are, in Web Mercator. */
  private static List<Coordinate> middles(FeatureSource source) {
    CoordinateTransform toMap = CoordinateTransform.between(source.type().crs(), Crs.WEB_MERCATOR);
    try (Stream<Feature> features =
        source.features(Query.ALL.withAttributes(List.of()).withLimit(SAMPLE))) {
      return features
          .map(Feature::geometry)
          .filter(each -> each != null && !each.isEmpty())
          .map(each -> each.getEnvelopeInternal().centre())
          .map(
              at -> {
                double[] xy = {at.x, at.y};
                toMap.apply(xy, 0, xy, 0, 1);
                return new Coordinate(xy[0], xy[1]);
              })
          .filter(at -> Double.isFinite(at.x) && Double.isFinite(at.y))
          .toList();
    }
  }

  private static Bounds frame(Bounds extent) {
    Bounds box = CoordinateTransform.between(Crs.CRS84, Crs.WEB_MERCATOR).apply(extent);
    double width = Math.max(box.width() * MARGIN, LEAST_WIDTH);
    double height = Math.max(box.height() * MARGIN, LEAST_WIDTH * HEIGHT / WIDTH);
    double pixel = Math.max(width / WIDTH, height / HEIGHT);
    double x = (box.minX() + box.maxX()) / 2;
    double y = (box.minY() + box.maxY()) / 2;
    return around(x, y, pixel);
  }

  private static Bounds around(double x, double y, double pixel) {
    double halfWidth = pixel * WIDTH / 2;
    double halfHeight = pixel * HEIGHT / 2;
    return new Bounds(
        Crs.WEB_MERCATOR, x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
  }
}

package org.tuguan.api.publishing;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.map.MapRenderer;
import org.tuguan.core.map.MapRequest;
import org.tuguan.core.map.PngEncoder;
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

  private final MapRenderer renderer;
  private final Semaphore places = new Semaphore(2);

  LayerPictures(MapRenderer renderer) {
    this.renderer = renderer;
  }

  /**
   * A PNG in Web Mercator.
   *
   * @param extent what must be on it, in CRS:84
   */
  public byte[] draw(StyledLayer layer, Bounds extent) {
    MapRequest request =
        new MapRequest(
            frame(extent),
            WIDTH,
            HEIGHT,
            List.of(layer),
            false,
            PAPER,
            1,
            Locale.TRADITIONAL_CHINESE);
    places.acquireUninterruptibly();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new PngEncoder().write(renderer.render(request), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      places.release();
    }
  }

  private static Bounds frame(Bounds extent) {
    Bounds box = CoordinateTransform.between(Crs.CRS84, Crs.WEB_MERCATOR).apply(extent);
    double width = Math.max(box.width() * MARGIN, LEAST_WIDTH);
    double height = Math.max(box.height() * MARGIN, LEAST_WIDTH * HEIGHT / WIDTH);
    double pixel = Math.max(width / WIDTH, height / HEIGHT);
    double x = (box.minX() + box.maxX()) / 2;
    double y = (box.minY() + box.maxY()) / 2;
    double halfWidth = pixel * WIDTH / 2;
    double halfHeight = pixel * HEIGHT / 2;
    return new Bounds(
        Crs.WEB_MERCATOR, x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
  }
}

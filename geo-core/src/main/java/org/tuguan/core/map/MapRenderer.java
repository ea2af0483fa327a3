package org.tuguan.core.map;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.geotools.filter.FilterAttributeExtractor;

/**
 * Draws maps with Java2D: layer by layer, {@code FeatureTypeStyle} by {@code FeatureTypeStyle}, the
 * labels of all layers last. Safe for any thread; everything that belongs to a picture lives in the
 * call.
 */
public final class MapRenderer {
  /**
   * What styles need besides data.
   *
   * @param problems counts what could not be drawn
   */
  public record Resources(GraphicLibrary graphics, FontLibrary fonts, RenderProblems problems) {
    public Resources {
      Objects.requireNonNull(graphics);
      Objects.requireNonNull(fonts);
      Objects.requireNonNull(problems);
    }
  }

  // This class of GeoTools and its finder of factories wait for each other for ever if two threads
  // reach them first, each from its side: so one thread does, before any request.
  static {
    new FilterAttributeExtractor();
  }

  private final Resources resources;
  private final Clock clock;
  private final Duration limit;
  private final RuleMemory memory = new RuleMemory();

  /**
   * @param limit a map that takes longer ends in a {@link org.tuguan.core.Fault#TIMEOUT}
   */
  public MapRenderer(Resources resources, Clock clock, Duration limit) {
    this.resources = Objects.requireNonNull(resources);
    this.clock = Objects.requireNonNull(clock);
    this.limit = Objects.requireNonNull(limit);
  }

  /**
   * The picture: TYPE_INT_ARGB if the map is transparent, else TYPE_INT_RGB.
   *
   * @throws org.tuguan.core.RequestException timeout, also if the thread is interrupted; data of a
   *     raster layer that cannot be read
   */
  public BufferedImage render(MapRequest request) {
    BufferedImage map =
        new BufferedImage(
            request.width(),
            request.height(),
            request.transparent() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    if (!request.transparent()) {
      background(map, request.background());
    }
    Deadline deadline = new Deadline(clock, limit);
    LabelBoard labels =
        new LabelBoard(
            request.width(),
            request.height(),
            request.labelBuffer(),
            resources.graphics().stamps());
    for (StyledLayer layer : request.layers()) {
      deadline.check();
      if (layer instanceof StyledLayer.Vector vector) {
        new VectorDrawing(request, vector, resources, labels, deadline, memory).draw(map);
      } else if (layer instanceof StyledLayer.Raster raster) {
        new RasterDrawing(request, raster, deadline).draw(map);
      }
      labels.nextLayer();
    }
    labels.draw(map, deadline);
    return map;
  }

  private static void background(BufferedImage map, Color colour) {
    Graphics2D graphics = map.createGraphics();
    graphics.setColor(new Color(colour.getRGB() | 0xff000000));
    graphics.fillRect(0, 0, map.getWidth(), map.getHeight());
    graphics.dispose();
  }
}

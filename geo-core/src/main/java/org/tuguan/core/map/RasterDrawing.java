package org.tuguan.core.map;

import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.Symbolizer;
import org.locationtech.jts.awt.ShapeWriter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/**
 * Draws a raster layer: reads the part under the map, thinned to about a cell a pixel, and looks up
 * the cell under each pixel, so that any system can be drawn in any other. Belongs to one thread.
 */
final class RasterDrawing {
  private static final int BYTE_MAX = 255;
  private static final int SAMPLE = 256;

  private final MapRequest request;
  private final StyledLayer.Raster layer;
  private final Deadline deadline;
  private final RasterSource source;
  private final CellGrid grid;

  RasterDrawing(MapRequest request, StyledLayer.Raster layer, Deadline deadline) {
    this.request = request;
    this.layer = layer;
    this.deadline = deadline;
    this.source = layer.source();
    this.grid = new CellGrid(request, source);
  }

  /**
   * @throws org.tuguan.core.RequestException {@link org.tuguan.core.Fault#UNREADABLE_DATA}
   */
  void draw(BufferedImage map) {
    List<RasterSymbolizer> symbolizers = active(layer.style(), request.scaleDenominator());
    int left = (int) Math.max(0, Math.floor(grid.minX()) - 2);
    int top = (int) Math.max(0, Math.floor(grid.minY()) - 2);
    int right = (int) Math.min(source.width(), Math.ceil(grid.maxX()) + 2);
    int bottom = (int) Math.min(source.height(), Math.ceil(grid.maxY()) + 2);
    if (symbolizers.isEmpty() || left >= right || top >= bottom) {
      return;
    }
    int every = (int) Math.max(1, Math.floor(grid.cellsPerPixel()));
    left -= left % every;
    top -= top % every;
    try {
      Raster part = source.read(left, top, right - left, bottom - top, every);
      for (RasterSymbolizer symbolizer : symbolizers) {
        CellReader cells = new CellReader(part, left, top, every, source.noData());
        BufferedImage picture = paint(cells, colours(symbolizer, part));
        Canvas canvas = new Canvas(map);
        layer.area().ifPresent(area -> canvas.graphics().clip(pixels(area)));
        canvas.opacity(number(symbolizer.getOpacity(), 1));
        canvas.graphics().drawImage(picture, 0, 0, null);
        canvas.dispose();
      }
    } catch (IOException e) {
      throw GeoTiff.unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  private Shape pixels(Geometry area) {
    Bounds bounds = request.bounds();
    Geometry onMap = CoordinateTransform.between(Crs.CRS84, bounds.crs()).apply(area);
    onMap.apply(
        new AffineTransformation(
            1 / request.resolutionX(),
            0,
            -bounds.minX() / request.resolutionX(),
            0,
            -1 / request.resolutionY(),
            bounds.maxY() / request.resolutionY()));
    return new ShapeWriter().toShape(onMap);
  }

  private static List<RasterSymbolizer> active(Style style, double scale) {
    return style.featureTypeStyles().stream()
        .map(FeatureTypeStyle::rules)
        .flatMap(List::stream)
        .filter(rule -> LayerStyle.active(rule, scale))
        .map(Rule::symbolizers)
        .flatMap(List::stream)
        .filter(RasterSymbolizer.class::isInstance)
        .map((Symbolizer symbolizer) -> (RasterSymbolizer) symbolizer)
        .toList();
  }

  private CellColours colours(RasterSymbolizer symbolizer, Raster part) throws IOException {
    int bands = part.getNumBands();
    boolean grey =
        symbolizer.getChannelSelection() != null
            && symbolizer.getChannelSelection().getGrayChannel() != null;
    if (symbolizer.getColorMap() != null
        && symbolizer.getColorMap().getColorMapEntries().length > 0) {
      int band =
          grey ? PictureColours.band(symbolizer.getChannelSelection().getGrayChannel(), bands) : 0;
      return new ColourMapColours(symbolizer.getColorMap(), band);
    }
    boolean bytes = part.getDataBuffer().getDataType() == DataBuffer.TYPE_BYTE;
    double[] range = bytes ? new double[] {0, BYTE_MAX} : range();
    double gamma =
        symbolizer.getContrastEnhancement() == null
            ? 1
            : number(symbolizer.getContrastEnhancement().getGammaValue(), 1);
    return new PictureColours(symbolizer.getChannelSelection(), bands, range, gamma);
  }

  /** Over the whole raster, thinned, so that neighbouring pictures are stretched alike. */
  private double[] range() throws IOException {
    int every = Math.max(1, Math.max(source.width(), source.height()) / SAMPLE);
    Raster sample = source.read(0, 0, source.width(), source.height(), every);
    OptionalDouble noData = source.noData();
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int y = sample.getMinY(); y < sample.getMinY() + sample.getHeight(); y++) {
      for (int x = sample.getMinX(); x < sample.getMinX() + sample.getWidth(); x++) {
        double value = sample.getSampleDouble(x, y, 0);
        if (Double.isFinite(value) && !(noData.isPresent() && noData.getAsDouble() == value)) {
          min = Math.min(min, value);
          max = Math.max(max, value);
        }
      }
    }
    return new double[] {min, max};
  }

  private BufferedImage paint(CellReader cells, CellColours colours) {
    boolean smooth = colours.continuous() && grid.cellsPerPixel() < 1;
    BufferedImage picture =
        new BufferedImage(request.width(), request.height(), BufferedImage.TYPE_INT_ARGB);
    int[] line = new int[request.width()];
    for (int y = 0; y < request.height(); y++) {
      deadline.tick();
      for (int x = 0; x < line.length; x++) {
        double column = grid.column(x + 0.5, y + 0.5);
        double row = grid.row(x + 0.5, y + 0.5);
        boolean inside =
            column >= 0 && row >= 0 && column < source.width() && row < source.height();
        double[] values = !inside ? null : cells.at(column, row, smooth);
        line[x] = values == null ? 0 : colours.argb(values);
      }
      picture.setRGB(0, y, line.length, 1, line, 0, line.length);
    }
    return picture;
  }

  private static double number(Expression expression, double fallback) {
    Double value = expression == null ? null : expression.evaluate(null, Double.class);
    return value == null ? fallback : value;
  }
}

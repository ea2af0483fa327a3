package org.tuguan.core.issuing.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.issuing.sheet.SheetNaming.Cell;

/**
 * A series of map sheets. A sheet is touched by an area if their interiors meet: an edge in common,
 * or an overlap of less than a decimetre, which comes from rounded coordinates, is not touching.
 * That rule is ours, since no text states one (docs/adr/0021).
 */
public final class SheetGrid {
  /** Where sheets can be asked for: Taiwan and its sea. */
  private static final Envelope TAIWAN = new Envelope(114, 124.5, 10, 27);

  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final int MOST_SHEETS = 10_000;

  /** An overlap of less than this does not count, in metres. */
  private static final double TOUCH = 0.1;

  private static final double METRES_PER_DEGREE = 111_000;

  /**
   * @param originX west edge of column 0
   * @param originY south edge of row 0
   */
  private record Layout(double originX, double originY, double width, double height) {
    Envelope cell(Cell cell) {
      return new Envelope(
          originX + cell.column() * width,
          originX + (cell.column() + 1) * width,
          originY + cell.row() * height,
          originY + (cell.row() + 1) * height);
    }

    Cell at(double x, double y) {
      return new Cell(
          (int) Math.floor((x - originX) / width), (int) Math.floor((y - originY) / height));
    }
  }

  private final SheetFrame frame;
  private final Layout layout;
  private final SheetNaming naming;
  private final double touch;

  private SheetGrid(SheetFrame frame, Layout layout, SheetNaming naming, double touch) {
    this.frame = frame;
    this.layout = layout;
    this.naming = naming;
    this.touch = touch;
  }

  /**
   * A national series, with the frames that the surveying authority publishes: TWD67 at a constant
   * 29" and 6" from TWD97.
   */
  public static SheetGrid national(SheetSeries series) {
    return graticule(series, SheetFrame.ConstantShift.PUBLISHED);
  }

  /** A national series in TWD67 by {@link CoordinateTransform}; some 10 m from the published. */
  public static SheetGrid nationalTransformed(SheetSeries series) {
    return graticule(series, new SheetFrame.Transformed(Crs.TWD67));
  }

  private static SheetGrid graticule(SheetSeries series, SheetFrame frame) {
    double side = series.seconds() / 3600.0;
    return new SheetGrid(
        frame,
        new Layout(73.5, 14, side, side),
        new GraticuleNaming(series),
        TOUCH / METRES_PER_DEGREE);
  }

  /**
   * Sheets of equal size in metres in TWD97 TM2 121, counted from the origin of the system. How a
   * city numbers its 1:1,000 sheets was not found: the numbers are a convention of this program.
   *
   * @param width metres, east-west
   * @param height metres, north-south
   */
  public static SheetGrid metric(String prefix, double width, double height) {
    if (!(width > 0) || !(height > 0)) {
      throw new IllegalArgumentException(width + " x " + height);
    }
    return new SheetGrid(
        new SheetFrame.Transformed(Crs.TWD97_TM2_121),
        new Layout(0, 0, width, height),
        new PlainNaming(prefix),
        TOUCH);
  }

  /** Number of the sheet with a point; on a line, of the sheet to the east or north. */
  public String numberAt(double longitude, double latitude) {
    Coordinate point = new Coordinate(longitude, latitude);
    if (!TAIWAN.contains(point)) {
      throw outside();
    }
    Coordinate at = frame.toGrid(SHAPES.createPoint(point)).getCoordinate();
    return naming.number(layout.at(at.getX(), at.getY()));
  }

  public Sheet getSheet(String number) {
    return findSheet(number)
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "sheet", number, "there is no such sheet; a number is " + naming.example()));
  }

  /** Empty if there is no such number. */
  public Optional<Sheet> findSheet(String number) {
    return naming.find(number).map(this::sheet);
  }

  private Sheet sheet(Cell cell) {
    return new Sheet(
        naming.number(cell), (Polygon) frame.toGround(SHAPES.toGeometry(layout.cell(cell))));
  }

  /**
   * Sheets whose interior meets the area, by number.
   *
   * @param area polygons in CRS:84
   */
  public List<Sheet> listTouched(Geometry area) {
    return touched(area).stream().map(this::sheet).sorted(BY_NUMBER).toList();
  }

  private static final Comparator<Sheet> BY_NUMBER = Comparator.comparing(Sheet::number);

  private List<Cell> touched(Geometry area) {
    if (area.isEmpty() || area.getDimension() < 2) {
      throw new RequestException(
          Fault.INVALID_PARAMETER, "area", new LocalText("範圍應為多邊形", "the area must be a polygon"));
    }
    if (!TAIWAN.contains(area.getEnvelopeInternal())) {
      throw outside();
    }
    Geometry shape = frame.toGrid(area);
    Envelope box = shape.getEnvelopeInternal();
    Cell first = layout.at(box.getMinX(), box.getMinY());
    Cell last = layout.at(box.getMaxX(), box.getMaxY());
    long count = (last.column() - first.column() + 1L) * (last.row() - first.row() + 1L);
    if (count > MOST_SHEETS) {
      throw new RequestException(
          Fault.TOO_LARGE,
          "area",
          new LocalText(
              "範圍跨 %d 幅，上限 %d 幅".formatted(count, MOST_SHEETS),
              "the area spans %d sheets; %d are allowed".formatted(count, MOST_SHEETS)));
    }
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(shape);
    List<Cell> cells = new ArrayList<>();
    for (int column = first.column(); column <= last.column(); column++) {
      for (int row = first.row(); row <= last.row(); row++) {
        Cell cell = new Cell(column, row);
        if (meets(prepared, cell)) {
          cells.add(cell);
        }
      }
    }
    return cells;
  }

  private boolean meets(PreparedGeometry area, Cell cell) {
    Envelope inner = layout.cell(cell);
    inner.expandBy(-touch);
    return area.intersects(SHAPES.toGeometry(inner));
  }

  /**
   * Sheets that the area only reaches into, the least first: leaving the strip out saves the sheet.
   * Empty if the area lies in one sheet.
   *
   * @param depth how far into the sheet counts as little, in metres
   */
  public List<SliverHint> listSlivers(Geometry area, double depth) {
    List<Cell> cells = touched(area);
    if (cells.size() < 2) {
      return List.of();
    }
    Geometry shape = frame.toGrid(area);
    CoordinateTransform metres = CoordinateTransform.between(Crs.CRS84, Crs.TWD97_TM2_121);
    List<SliverHint> hints = new ArrayList<>();
    for (Cell cell : cells) {
      Geometry strip = shape.intersection(SHAPES.toGeometry(layout.cell(cell)));
      Geometry onGround = frame.toGround(strip);
      Geometry measured = metres.apply(onGround);
      double reach = reach(strip.getEnvelopeInternal());
      if (reach <= depth) {
        hints.add(new SliverHint(sheet(cell), onGround, reach, measured.getArea()));
      }
    }
    hints.sort(Comparator.comparing(SliverHint::depth));
    return hints.size() < cells.size() ? List.copyOf(hints) : List.of();
  }

  /** The shorter side along the lines of the grid, in metres. */
  private double reach(Envelope box) {
    if (frame instanceof SheetFrame.Transformed transformed && !transformed.crs().geographic()) {
      return Math.min(box.getWidth(), box.getHeight());
    }
    double east = Math.cos(Math.toRadians(box.centre().getY())) * box.getWidth();
    return Math.min(east * METRES_PER_DEGREE, box.getHeight() * METRES_PER_DEGREE);
  }

  private static RequestException outside() {
    return new RequestException(
        Fault.INVALID_PARAMETER,
        "area",
        new LocalText(
            "範圍應在經度 114 至 124.5、緯度 10 至 27 之間",
            "the area must lie between 114 and 124.5 east, 10 and 27 north"));
  }
}

package org.tuguan.core.feature;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.WKTWriter;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/**
 * Comma-separated values (RFC 4180) in UTF-8: {@code id}, the attributes, {@code wkt}; layers of
 * points have {@code lon,lat} (degrees) or {@code x,y} (metres) before it. East always comes first,
 * since the columns have names. A missing value is an empty field.
 */
public final class CsvEncoder implements FeatureEncoder {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final boolean byteOrderMark;

  /**
   * @param byteOrderMark true for spreadsheets that read UTF-8 only with one
   */
  public CsvEncoder(boolean byteOrderMark) {
    this.byteOrderMark = byteOrderMark;
  }

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String mediaType() {
    return "text/csv;charset=UTF-8";
  }

  @Override
  public String fileExtension() {
    return "csv";
  }

  @Override
  public void write(FeatureType type, Stream<Feature> features, Crs crs, OutputStream out)
      throws IOException {
    BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    if (byteOrderMark) {
      text.write(BYTE_ORDER_MARK);
    }
    Geometries geometries = new Geometries(type.crs(), crs);
    CSVPrinter rows = new CSVPrinter(text, CSVFormat.RFC4180);
    rows.printRecord(header(type, crs));
    for (Iterator<Feature> each = features.iterator(); each.hasNext(); ) {
      rows.printRecord(row(each.next(), geometries));
    }
    rows.flush();
  }

  private static List<String> header(FeatureType type, Crs crs) {
    List<String> names = new ArrayList<>(List.of("id"));
    type.attributes().forEach(attribute -> names.add(attribute.name()));
    if (type.geometryKind() == GeometryKind.POINT) {
      names.addAll(crs.geographic() ? List.of("lon", "lat") : List.of("x", "y"));
    }
    names.add("wkt");
    return names;
  }

  private static List<Object> row(Feature feature, Geometries geometries) {
    List<Object> fields = new ArrayList<>();
    fields.add(feature.id());
    for (Object value : feature.values()) {
      fields.add(
          value instanceof OffsetDateTime time
              ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)
              : value);
    }
    Optional<Geometry> geometry = geometries.find(feature);
    if (feature.type().geometryKind() == GeometryKind.POINT) {
      Optional<Coordinate> point =
          geometry.filter(all -> all.getNumPoints() == 1).map(Geometry::getCoordinate);
      fields.add(point.map(at -> geometries.decimal(at.x)).orElse(null));
      fields.add(point.map(at -> geometries.decimal(at.y)).orElse(null));
    }
    fields.add(geometry.map(geometries.wkt::write).orElse(null));
    return fields;
  }

  /** Transforms and rounds: 7 decimals of a degree, 3 of a metre. */
  private static final class Geometries {
    private final CoordinateTransform transform;
    private final int decimals;
    private final WKTWriter wkt = new WKTWriter(2);

    Geometries(Crs from, Crs to) {
      transform = CoordinateTransform.between(from, to);
      decimals = to.geographic() ? 7 : 3;
      wkt.setPrecisionModel(new PrecisionModel(Math.pow(10, decimals)));
    }

    /** Empty if there is none, or if it reaches out of the domain of the system. */
    Optional<Geometry> find(Feature feature) {
      return Optional.ofNullable(feature.geometry())
          .map(transform::apply)
          .filter(
              geometry -> Arrays.stream(geometry.getCoordinates()).allMatch(Coordinate::isValid));
    }

    String decimal(double value) {
      return BigDecimal.valueOf(value)
          .setScale(decimals, RoundingMode.HALF_UP)
          .stripTrailingZeros()
          .toPlainString();
    }
  }
}

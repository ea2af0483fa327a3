package org.tuguan.core.imports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/** One feature table of a GeoPackage. The file is closed with the reader. */
final class GeoPackageReader implements FeatureReader {
  /** Bytes of the optional box in a geometry's header, by its code (OGC 12-128, table 7). */
  private static final int[] BOX_BYTES = {0, 32, 48, 48, 64};

  private final JdbcGeoPackage file;
  private final JdbcGeoPackage.Table table;
  private final Optional<DeclaredCrs> crs;
  private final long count;
  private final Set<LocalText> notes = new LinkedHashSet<>();
  private volatile long number;

  GeoPackageReader(
      JdbcGeoPackage file, JdbcGeoPackage.Table table, String fileName, ReadOptions options)
      throws IOException {
    this.file = file;
    this.table = table;
    this.count = Math.max(1, file.count(table));
    if (options.crs().isEmpty() && table.crs().isEmpty()) {
      throw new RequestException(
          Fault.UNKNOWN_CRS,
          "crs",
          "table %s of %s is in %s, which is not known; %s"
              .formatted(
                  RequestException.quote(table.name()),
                  RequestException.quote(fileName),
                  table.crsName(),
                  CrsChoice.allowed()));
    }
    this.crs =
        options.crsOr(
            table
                .crs()
                .map(said -> new DeclaredCrs(said, new LocalText("由檔案註明", "said by the file"))));
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public String format() {
    return "GeoPackage";
  }

  @Override
  public Optional<TextEncoding> encoding() {
    return Optional.empty();
  }

  @Override
  public TextTyping textTyping() {
    return TextTyping.KEPT;
  }

  @Override
  public Optional<DeclaredCrs> crs() {
    return crs;
  }

  @Override
  public List<LocalText> notes() {
    return List.copyOf(notes);
  }

  @Override
  public double progress() {
    return Math.min(1, (double) number / count);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  @Override
  public void read(RowSink sink) throws IOException {
    number = 0;
    file.read(table, row -> record(sink, row));
  }

  @SuppressWarnings("NonAtomicOperationOnVolatileField") // one reader; others only look
  private void record(RowSink sink, ResultSet row) throws SQLException, IOException {
    number++;
    Object id = null;
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < table.columns().size(); i++) {
      JdbcGeoPackage.Column column = table.columns().get(i);
      Object value = value(row.getObject(i + 2), column.type());
      if (column.key()) {
        id = value instanceof Long || value instanceof String ? value : null;
      } else if (!column.type().contains("BLOB")) {
        values.put(column.name(), value);
      }
    }
    try {
      Geometry geometry = geometry(row.getBytes(1));
      sink.row(new Row(number, 0, id, geometry, values));
    } catch (UnreadableGeometryException e) {
      sink.bad(new BadRow(number, 0, e.reason()));
    }
  }

  private static Object value(Object raw, String type) {
    if (raw instanceof Number n && type.startsWith("BOOL")) {
      return n.longValue() != 0;
    }
    if (raw instanceof Integer || raw instanceof Long) {
      return ((Number) raw).longValue();
    }
    if (raw instanceof Number n) {
      return Double.isFinite(n.doubleValue()) ? (Double) n.doubleValue() : null;
    }
    if (raw instanceof String text) {
      LocalDate date = type.equals("DATE") ? ValueParser.date(text) : null;
      OffsetDateTime time = type.equals("DATETIME") ? ValueParser.timestamp(text) : null;
      return date != null ? date : time != null ? time : text;
    }
    return null;
  }

  /** Header and well-known binary (OGC 12-128, 2.1.3); null if there is none or it is empty. */
  private Geometry geometry(byte[] blob) throws UnreadableGeometryException {
    if (blob == null) {
      return null;
    }
    int box = blob.length < 8 ? 7 : (blob[3] >> 1) & 7;
    if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P' || box >= BOX_BYTES.length) {
      throw new UnreadableGeometryException("不是 GeoPackage 幾何", "not a GeoPackage geometry");
    }
    int start = 8 + BOX_BYTES[box];
    if (blob.length < start + 5) {
      throw new UnreadableGeometryException("幾何資料毀損", "a damaged geometry");
    }
    if (heights(blob, start)) {
      notes.add(new LocalText("高程值未保留，僅取平面坐標", "heights are not kept, only plane coordinates"));
    }
    try {
      Geometry geometry = new WKBReader().read(Arrays.copyOfRange(blob, start, blob.length));
      return geometry.isEmpty() ? null : geometry;
    } catch (ParseException | RuntimeException e) {
      throw new UnreadableGeometryException(
          "幾何型別不支援或資料毀損", "a geometry that is damaged or of a type that is not supported");
    }
  }

  /** By the type number: 1000 to 1999 and 3000 to 3999 have heights. */
  private static boolean heights(byte[] blob, int start) {
    ByteOrder order = blob[start] == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    int type = ByteBuffer.wrap(blob).order(order).getInt(start + 1);
    return type / 1000 == 1 || type / 1000 == 3;
  }
}

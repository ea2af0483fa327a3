package org.tuguan.core.imports;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * Tables as text, one point a line or with geometries as well-known text; the first record names
 * the columns. The separator is the one that occurs most often in the first line.
 */
final class CsvReader implements FeatureReader {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final char[] SEPARATORS = {',', '\t', ';', '|'};

  private final String name;
  private final ByteSource source;
  private final TextEncoding encoding;
  private final ReadOptions options;
  private final CSVFormat format;
  private final List<String> header;
  private final CoordinateColumns columns;
  private Optional<DeclaredCrs> declared = Optional.empty();

  CsvReader(String name, ByteSource source, ReadOptions options) throws IOException {
    this.name = name;
    this.source = source;
    this.options = options;
    this.encoding = source.encoding(options);
    this.format = CSVFormat.DEFAULT.builder().setDelimiter(separator()).setTrailingData(true).get();
    try (CSVParser parser = parser()) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw source.unreadable("是空的", "is empty", null);
      }
      List<String> names = records.next().toList();
      this.header = AttributeNames.distinct(names);
      List<String> first = records.hasNext() ? records.next().toList() : List.of();
      this.columns = CoordinateColumns.find(source.name(), header, first, options);
    } catch (UncheckedIOException | CSVException e) {
      throw notCsv(e);
    }
    columns
        .crs()
        .ifPresent(
            crs ->
                declared =
                    Optional.of(
                        new DeclaredCrs(
                            crs,
                            new LocalText(
                                "由坐標欄名得知", "said by the names of the coordinate columns"))));
  }

  private char separator() throws IOException {
    int[] counts = new int[SEPARATORS.length];
    try (Reader reader = encoding.reader(source.open())) {
      for (int c = reader.read(), n = 0; c >= 0 && c != '\n' && c != '\r' && n < 65_536; n++) {
        for (int i = 0; i < SEPARATORS.length; i++) {
          counts[i] += c == SEPARATORS[i] ? 1 : 0;
        }
        c = reader.read();
      }
    }
    int most = 0;
    for (int i = 1; i < SEPARATORS.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return SEPARATORS[most];
  }

  private CSVParser parser() throws IOException {
    return CSVParser.builder()
        .setReader(new RecordSizeLimit(encoding.reader(source.open()), source))
        .setFormat(format)
        .get();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String format() {
    return format.getDelimiterString().equals("\t") ? "TSV" : "CSV";
  }

  @Override
  public Optional<TextEncoding> encoding() {
    return Optional.of(encoding);
  }

  @Override
  public TextTyping textTyping() {
    return TextTyping.ALL;
  }

  @Override
  public Optional<DeclaredCrs> crs() {
    return options.crsOr(declared);
  }

  @Override
  public List<LocalText> notes() {
    return List.of();
  }

  @Override
  public double progress() {
    return source.progress();
  }

  @Override
  public void close() {}

  @Override
  public void read(RowSink sink) throws IOException {
    try (CSVParser parser = parser()) {
      Iterator<CSVRecord> records = parser.iterator();
      records.next();
      long number = 0;
      long line = parser.getCurrentLineNumber() + 1;
      while (records.hasNext()) {
        CSVRecord fields = records.next();
        long next = parser.getCurrentLineNumber() + 1;
        if (!blank(fields)) {
          record(sink, ++number, line, fields);
        }
        line = next;
      }
      if (number == 0) {
        throw source.unreadable("只有欄名，沒有資料", "has a line of column names and no records", null);
      }
    } catch (UncheckedIOException | CSVException e) {
      throw notCsv(e);
    }
  }

  private RuntimeException notCsv(Exception e) {
    String message =
        e instanceof UncheckedIOException u ? u.getCause().getMessage() : e.getMessage();
    return source.unreadable("不是文字表格：" + message, "is not a table of text: " + message, e);
  }

  private static boolean blank(CSVRecord fields) {
    return fields.size() == 1 && fields.get(0).isBlank();
  }

  private void record(RowSink sink, long number, long line, CSVRecord fields) throws IOException {
    if (fields.size() < header.size() || surplus(fields)) {
      sink.bad(
          new BadRow(
              number,
              line,
              new LocalText(
                  "有 %d 欄，應為 %d 欄".formatted(fields.size(), header.size()),
                  "%d fields instead of %d".formatted(fields.size(), header.size()))));
      return;
    }
    try {
      Geometry geometry = geometry(fields);
      sink.row(new Row(number, line, null, geometry, values(fields)));
    } catch (UnreadableGeometryException e) {
      sink.bad(new BadRow(number, line, e.reason()));
    }
  }

  private boolean surplus(CSVRecord fields) {
    for (int i = header.size(); i < fields.size(); i++) {
      if (!fields.get(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  private Map<String, Object> values(CSVRecord fields) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      if (!columns.wellKnownText() || i != columns.x()) {
        String text = fields.get(i);
        values.put(header.get(i), text.isEmpty() ? null : text);
      }
    }
    return values;
  }

  private Geometry geometry(CSVRecord fields) throws UnreadableGeometryException {
    String first = fields.get(columns.x()).strip();
    if (columns.wellKnownText()) {
      if (declared.isEmpty()) {
        declared =
            WellKnownText.crs(first)
                .map(crs -> new DeclaredCrs(crs, new LocalText("WKT 的 SRID", "SRID of the text")));
      }
      return first.isEmpty() ? null : WellKnownText.read(first);
    }
    String second = fields.get(columns.y()).strip();
    if (first.isEmpty() && second.isEmpty()) {
      return null;
    }
    Coordinate point = new CoordinateXY(number(columns.x(), first), number(columns.y(), second));
    return GEOMETRIES.createPoint(point);
  }

  private double number(int column, String text) throws UnreadableGeometryException {
    Double value = ValueParser.number(text);
    if (value == null) {
      throw new UnreadableGeometryException(
          "%s 不是數字：%s".formatted(header.get(column), RequestException.quote(text)),
          "%s is not a number: %s".formatted(header.get(column), RequestException.quote(text)));
    }
    return value;
  }
}

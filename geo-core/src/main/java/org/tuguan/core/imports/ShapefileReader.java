package org.tuguan.core.imports;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;

/** A shapefile: geometries and a dBASE table, record by record. */
final class ShapefileReader implements FeatureReader {
  private static final int MAGIC = 9994;
  private static final int HEADER = 100;

  /** A record longer than this is damage, not data. */
  private static final int LONGEST_RECORD = 256 << 20;

  private final ShapefileParts parts;
  private final Optional<DbfTable> table;
  private final TextEncoding encoding;
  private final Optional<DeclaredCrs> crs;
  private final Set<LocalText> notes = new LinkedHashSet<>();
  private final long size;
  private volatile long position;

  ShapefileReader(ShapefileParts parts, ReadOptions options) throws IOException {
    this.parts = parts;
    this.size = Files.size(parts.shp());
    try {
      this.table =
          parts.dbf().isPresent()
              ? Optional.of(DbfTable.open(parts.dbf().get()))
              : Optional.empty();
      this.encoding = findEncoding(options);
    } catch (IOException e) {
      throw unreadable(String.valueOf(e.getMessage()), e);
    }
    this.crs = findCrs(options);
    if (table.isEmpty()) {
      notes.add(new LocalText("沒有 .dbf，圖徵不帶屬性", "there is no .dbf: features without attributes"));
    }
  }

  private TextEncoding findEncoding(ReadOptions options) throws IOException {
    if (options.encoding().isPresent()) {
      return new TextEncoding(
          options.encoding().get(), new LocalText("由使用者指定", "given by the user"));
    }
    if (parts.cpg().isPresent()) {
      String text = readSmall(parts.cpg().get());
      Optional<Charset> named = TextEncoding.find(text);
      if (named.isPresent()) {
        return new TextEncoding(
            named.get(), new LocalText("由 .cpg 得知：" + text, "said by the .cpg: " + text));
      }
      notes.add(
          new LocalText(
              ".cpg 的內容不認得：" + RequestException.quote(text),
              "the .cpg says " + RequestException.quote(text) + ", which is not known"));
    }
    if (table.isEmpty()) {
      return new TextEncoding(StandardCharsets.UTF_8, new LocalText("沒有文字", "there is no text"));
    }
    Optional<Charset> driver = table.get().codePage().flatMap(TextEncoding::find);
    if (driver.isPresent()) {
      String id = "0x%02X".formatted(table.get().driver());
      return new TextEncoding(
          driver.get(), new LocalText("DBF 語言驅動代碼 " + id, "DBF language driver id " + id));
    }
    EncodingDetector detector = new EncodingDetector();
    table.get().feed(detector);
    return detector.detect();
  }

  private static String readSmall(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      return new String(in.readNBytes(65_536), StandardCharsets.ISO_8859_1).strip();
    }
  }

  private Optional<DeclaredCrs> findCrs(ReadOptions options) throws IOException {
    if (options.crs().isPresent()) {
      return options.crsOr(Optional.empty());
    }
    if (parts.prj().isEmpty()) {
      return Optional.empty();
    }
    String text = readSmall(parts.prj().get());
    Crs found =
        ProjectionText.find(text)
            .orElseThrow(
                () ->
                    new RequestException(
                        Fault.UNKNOWN_CRS,
                        "crs",
                        "the .prj of %s names a system that is not known: %s; %s"
                            .formatted(
                                RequestException.quote(parts.file()),
                                RequestException.quote(text),
                                CrsChoice.allowed())));
    return Optional.of(new DeclaredCrs(found, new LocalText("由 .prj 得知", "said by the .prj")));
  }

  private RequestException unreadable(String what, Throwable cause) {
    String file = RequestException.quote(parts.file());
    String shapefile = RequestException.quote(parts.name());
    return new RequestException(
        Fault.UNREADABLE_DATA,
        "file",
        new LocalText(
            "%s：Shapefile %s 無法讀取：%s".formatted(file, shapefile, what),
            "%s: shapefile %s cannot be read: %s".formatted(file, shapefile, what)),
        cause);
  }

  @Override
  public String name() {
    return parts.name();
  }

  @Override
  public String format() {
    return "Shapefile";
  }

  @Override
  public Optional<TextEncoding> encoding() {
    return Optional.of(encoding);
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
    return Math.min(1, (double) position / size);
  }

  @Override
  public void close() {}

  @Override
  public void read(RowSink sink) throws IOException {
    CharsetDecoder decoder = encoding.decoder();
    List<String> names = table.isPresent() ? table.get().names(decoder) : List.of();
    try (DataInputStream shp =
            new DataInputStream(
                new BufferedInputStream(Files.newInputStream(parts.shp()), 1 << 16));
        DbfTable.Cursor rows = table.isPresent() ? table.get().cursor() : null) {
      readHeader(shp);
      position = HEADER;
      long number = 0;
      while (position < size) {
        number++;
        byte[] content = content(shp, number);
        boolean described = rows != null && next(rows);
        if (rows != null && !described) {
          sink.bad(
              new BadRow(number, 0, new LocalText(".dbf 沒有對應的屬性列", "the .dbf has no such record")));
        } else if (rows == null || !rows.deleted()) {
          Map<String, Object> values = rows == null ? Map.of() : rows.values(names, decoder);
          record(sink, number, content, values);
        }
      }
      if (number == 0) {
        throw unreadable("it holds no shapes", null);
      }
    }
  }

  private boolean next(DbfTable.Cursor rows) throws IOException {
    try {
      return rows.next();
    } catch (EOFException e) {
      throw unreadable(e.getMessage(), e);
    }
  }

  private static void record(RowSink sink, long number, byte[] content, Map<String, Object> values)
      throws IOException {
    Geometry geometry;
    try {
      geometry = ShpGeometry.read(content);
    } catch (UnreadableGeometryException e) {
      sink.bad(new BadRow(number, 0, e.reason()));
      return;
    }
    sink.row(new Row(number, 0, null, geometry, values));
  }

  private void readHeader(DataInputStream shp) throws IOException {
    byte[] header = shp.readNBytes(HEADER);
    ByteBuffer data = ByteBuffer.wrap(header);
    if (header.length < HEADER || data.getInt(0) != MAGIC) {
      throw unreadable("the .shp does not begin as one", null);
    }
    int type = data.order(ByteOrder.LITTLE_ENDIAN).getInt(32);
    if (ShpGeometry.kind(type) < 0) {
      throw unreadable("shape type %d is not supported".formatted(type), null);
    }
    if (type > 10 && type < 20) {
      notes.add(new LocalText("高程值未保留，僅取平面坐標", "heights are not kept, only plane coordinates"));
    }
  }

  @SuppressWarnings("NonAtomicOperationOnVolatileField") // one reader; others only look
  private byte[] content(DataInputStream shp, long number) throws IOException {
    try {
      shp.readInt();
      long length = shp.readInt() * 2L;
      if (length < 4 || length > LONGEST_RECORD || position + 8 + length > size) {
        throw unreadable("the .shp is cut off or damaged in record " + number, null);
      }
      byte[] content = new byte[(int) length];
      shp.readFully(content);
      position += 8 + length;
      return content;
    } catch (EOFException e) {
      throw unreadable("the .shp is cut off in record " + number, e);
    }
  }

  /** Every part that a directory has beside a {@code .shp}, upper or lower case. */
  static ShapefileParts beside(Path shp) throws IOException {
    String file = shp.getFileName().toString();
    String base = file.substring(0, file.length() - 4);
    List<Path> siblings = new ArrayList<>();
    try (var list = Files.list(shp.toAbsolutePath().getParent())) {
      list.forEach(siblings::add);
    }
    return new ShapefileParts(
        file,
        base,
        shp,
        sibling(siblings, base + ".dbf"),
        sibling(siblings, base + ".prj"),
        sibling(siblings, base + ".cpg"));
  }

  private static Optional<Path> sibling(List<Path> siblings, String name) {
    return siblings.stream()
        .filter(each -> each.getFileName().toString().equalsIgnoreCase(name))
        .findFirst();
  }
}

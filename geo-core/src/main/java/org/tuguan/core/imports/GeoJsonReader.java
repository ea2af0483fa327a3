package org.tuguan.core.imports;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * GeoJSON (RFC 7946), and what was usual before it: a collection, one feature a line, or bare
 * geometries; the member {@code crs} of GeoJSON 2008 is honoured.
 */
final class GeoJsonReader implements FeatureReader {
  private static final JsonFactory JSON = new JsonFactory();

  private final String name;
  private final ByteSource source;
  private final TextEncoding encoding;
  private final ReadOptions options;
  private final Set<LocalText> notes = new LinkedHashSet<>();
  private Optional<DeclaredCrs> declared = Optional.empty();
  private long number;

  GeoJsonReader(String name, ByteSource source, ReadOptions options) throws IOException {
    this.name = name;
    this.source = source;
    this.options = options;
    this.encoding = source.encoding(options);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String format() {
    return "GeoJSON";
  }

  @Override
  public Optional<TextEncoding> encoding() {
    return Optional.of(encoding);
  }

  @Override
  public TextTyping textTyping() {
    return TextTyping.DATES;
  }

  @Override
  public Optional<DeclaredCrs> crs() {
    return options.crsOr(declared);
  }

  @Override
  public List<LocalText> notes() {
    return List.copyOf(notes);
  }

  @Override
  public double progress() {
    return source.progress();
  }

  @Override
  public void close() {}

  @Override
  public void read(RowSink sink) throws IOException {
    number = 0;
    try (Reader text = new RecordSeparators(encoding.reader(source.open()));
        JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      boolean any = false;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.START_OBJECT) {
          throw source.unreadable(
              "是 JSON 但不是 GeoJSON：開頭不是物件",
              "is JSON, but not GeoJSON: it does not start with an object",
              null);
        }
        readObject(parser, sink);
        any = true;
      }
      if (!any || number == 0) {
        throw source.unreadable("沒有圖徵", "holds no features", null);
      }
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw notJson(e);
    }
  }

  private RequestException notJson(JacksonException e) {
    String where =
        e.getLocation() == null
            ? ""
            : " (line %d, column %d)"
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    String problem = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
    String hint = problem.contains("('<'") ? "; it looks like HTML or XML" : "";
    return source.unreadable(
        "不是完整的 GeoJSON" + where,
        "is not whole GeoJSON%s%s: %s".formatted(where, hint, firstSentence(problem)),
        e);
  }

  private static String firstSentence(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() <= 160 ? line : line.substring(0, 160) + "…";
  }

  /** An object at the outermost level or in {@code features}. */
  private void readObject(JsonParser parser, RowSink sink) throws IOException {
    long line = parser.currentTokenLocation().getLineNr();
    Map<String, Object> properties = Map.of();
    GeoJsonGeometry.Parts geometry = null;
    GeoJsonGeometry.Parts self = new GeoJsonGeometry.Parts();
    Object id = null;
    boolean collection = false;
    for (String member = parser.nextName(); member != null; member = parser.nextName()) {
      JsonToken value = parser.nextToken();
      switch (member) {
        case "features" -> collection |= readFeatures(parser, sink);
        case "crs" -> readCrs(parser);
        case "properties" -> properties = readProperties(parser);
        case "id" -> id = readValue(parser);
        case "geometry" ->
            geometry =
                value == JsonToken.START_OBJECT ? GeoJsonGeometry.read(parser) : skip(parser);
        default -> self.member(member, parser);
      }
    }
    if (!collection) {
      feature(sink, line, self, geometry, id instanceof Boolean ? null : id, properties);
    }
  }

  private static GeoJsonGeometry.Parts skip(JsonParser parser) {
    parser.skipChildren();
    return null;
  }

  private boolean readFeatures(JsonParser parser, RowSink sink) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return false;
    }
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        readObject(parser, sink);
      } else {
        number++;
        sink.bad(
            new BadRow(
                number,
                parser.currentTokenLocation().getLineNr(),
                new LocalText("不是圖徵物件", "not a feature object")));
        parser.skipChildren();
      }
    }
    return true;
  }

  private void feature(
      RowSink sink,
      long line,
      GeoJsonGeometry.Parts self,
      GeoJsonGeometry.Parts geometry,
      Object id,
      Map<String, Object> properties)
      throws IOException {
    String type = self.type();
    boolean bare = type != null && GeoJsonGeometry.TYPES.contains(type);
    if ("FeatureCollection".equals(type)) {
      return;
    }
    number++;
    if (!bare && !"Feature".equals(type)) {
      sink.bad(
          new BadRow(
              number,
              line,
              new LocalText(
                  "type 不是 Feature：" + RequestException.quote(String.valueOf(type)),
                  "type is not Feature but " + RequestException.quote(String.valueOf(type)))));
      return;
    }
    GeoJsonGeometry.Parts parts = bare ? self : geometry;
    try {
      Geometry built = parts == null ? null : parts.build();
      if (parts != null && parts.heights()) {
        notes.add(new LocalText("高程值未保留，僅取平面坐標", "heights are not kept, only plane coordinates"));
      }
      sink.row(new Row(number, line, id, built, properties));
    } catch (UnreadableGeometryException e) {
      sink.bad(new BadRow(number, line, e.reason()));
    }
  }

  private static Map<String, Object> readProperties(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return Map.of();
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (String member = parser.nextName(); member != null; member = parser.nextName()) {
      parser.nextToken();
      values.put(member, readValue(parser));
    }
    return values;
  }

  private static Object readValue(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT ->
          parser.getStringLength() <= 18 ? (Object) parser.getLongValue() : parser.getString();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case START_OBJECT, START_ARRAY -> nested(parser);
      default -> null;
    };
  }

  private static String nested(JsonParser parser) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      generator.copyCurrentStructure(parser);
    }
    return text.toString();
  }

  private void readCrs(JsonParser parser) {
    List<String> names = new ArrayList<>();
    int depth = 0;
    for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token == JsonToken.VALUE_STRING && "name".equals(parser.currentName())) {
        names.add(parser.getString());
      }
      if (depth == 0) {
        break;
      }
    }
    if (names.isEmpty() || options.crs().isPresent()) {
      return;
    }
    Crs crs =
        Crs.find(names.get(0))
            .orElseThrow(
                () ->
                    new RequestException(
                        Fault.UNKNOWN_CRS,
                        "crs",
                        "%s says crs %s, which is not known; %s"
                            .formatted(
                                RequestException.quote(source.name()),
                                RequestException.quote(names.get(0)),
                                CrsChoice.allowed())));
    declared =
        Optional.of(
            new DeclaredCrs(
                crs,
                new LocalText(
                    "檔案的 crs 成員：" + names.get(0), "member crs of the file: " + names.get(0))));
  }
}

package org.tuguan.core.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.crs.Crs;

/** What an import of a small file comes to, both passes done. */
record Imported(ImportPlan plan, List<Line> lines) {
  static final UnpackLimits LIMITS = new UnpackLimits(20, 100 << 20);

  /** A row of the table. */
  record Line(Object key, Geometry geometry, Object[] values) {}

  static Imported text(Path folder, String name, String content) throws IOException {
    return text(folder, name, content, ReadOptions.NONE);
  }

  static Imported text(Path folder, String name, String content, ReadOptions options)
      throws IOException {
    return bytes(folder, name, content.getBytes(StandardCharsets.UTF_8), options);
  }

  static Imported bytes(Path folder, String name, byte[] content, ReadOptions options)
      throws IOException {
    return of(Files.write(folder.resolve(name), content), options);
  }

  static Imported of(Path file, ReadOptions options) throws IOException {
    try (ImportFile opened =
        ImportFile.open(file, file.getFileName().toString(), options, LIMITS)) {
      FeatureReader reader = opened.readers().get(0);
      ImportPlan plan = Analyser.analyse(reader, options, rows -> {});
      List<Line> lines = new ArrayList<>();
      reader.read(
          new RowConverter(
              plan,
              reader.textTyping(),
              (key, geometry, values) -> lines.add(new Line(key, geometry, values))));
      return new Imported(plan, lines);
    }
  }

  static ReadOptions crs(Crs crs) {
    return new ReadOptions(
        Optional.empty(),
        Optional.of(crs),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static ReadOptions encoding(Charset charset) {
    return new ReadOptions(
        Optional.of(charset),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static ReadOptions key(String column) {
    return new ReadOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(column));
  }

  /** {@code name:TYPE}, in order. */
  List<String> columns() {
    return plan.attributes().stream().map(each -> each.name() + ":" + each.type()).toList();
  }

  /** By attribute name. */
  Map<String, Object> row(int index) {
    Object[] values = lines.get(index).values();
    return IntStream.range(0, values.length)
        .filter(i -> values[i] != null)
        .boxed()
        .collect(Collectors.toMap(i -> plan.attributes().get(i).name(), i -> values[i]));
  }

  String wkt(int index) {
    return lines.get(index).geometry().toText();
  }

  List<Object> keys() {
    return lines.stream().map(Line::key).toList();
  }

  /** English reasons of the bad rows, with their lines. */
  List<String> bad() {
    return plan.bad().first().stream().map(each -> each.line() + " " + each.reason().en()).toList();
  }
}

package org.tuguan.core.exports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tuguan.core.feature.Feature;

/** The files of one Shapefile, named by their kind until it is known whether there is another. */
final class ShapefileSet implements AutoCloseable {
  private final ExportTarget target;
  private final ShapeKind kind;
  private final DbfFields fields;
  private final ShpFile shapes;
  private final DbfFile table;

  ShapefileSet(ExportTarget target, ShapeKind kind, DbfFields fields, DbfText text)
      throws IOException {
    this.target = target;
    this.kind = kind;
    this.fields = fields;
    this.shapes = new ShpFile(file("shp"), file("shx"), kind);
    this.table = new DbfFile(file("dbf"), fields, text);
  }

  private Path file(String extension) {
    return target
        .folder()
        .resolve(target.baseName() + "_" + kind.name().toLowerCase(Locale.ROOT) + "." + extension);
  }

  /**
   * @param shape of this kind, or null
   */
  void add(Feature feature, FlatShape shape) throws IOException {
    shapes.add(shape);
    table.add(feature);
  }

  long count() {
    return shapes.count();
  }

  /**
   * @param alone true if the layer has no other kind of shape
   * @return the files, {@code .shp} first
   */
  List<Path> finish(boolean alone) throws IOException {
    shapes.finish();
    table.finish();
    Files.writeString(file("prj"), target.crs().esriWkt(), StandardCharsets.US_ASCII);
    Files.writeString(
        file("cpg"),
        fields.charset().equals(StandardCharsets.UTF_8) ? "UTF-8" : "950",
        StandardCharsets.US_ASCII);
    List<String> extensions = new ArrayList<>(List.of("shp", "shx", "dbf", "prj", "cpg"));
    if (fields.changed()) {
      Files.writeString(file("fields.csv"), mapping(), StandardCharsets.UTF_8);
      extensions.add("fields.csv");
    }
    List<Path> files = new ArrayList<>();
    for (String extension : extensions) {
      files.add(
          alone
              ? Files.move(
                  file(extension), target.file(extension), StandardCopyOption.REPLACE_EXISTING)
              : file(extension));
    }
    return files;
  }

  private String mapping() {
    StringBuilder lines = new StringBuilder("\uFEFFfield,name\r\n");
    for (int i = 0; i < fields.names().size(); i++) {
      lines
          .append(quoted(fields.names().get(i)))
          .append(',')
          .append(quoted(fields.columns().get(i).name()));
      lines.append("\r\n");
    }
    return lines.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    try (shapes;
        table) {
      shapes.count();
    }
  }
}

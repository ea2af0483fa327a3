package org.tuguan.core.exports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tuguan.core.LocalText;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;

/**
 * Shapefiles with {@code .prj} and {@code .cpg}. A Shapefile holds one kind of shape: if a layer
 * has several, each has its own, with {@code _point}, {@code _multipoint}, {@code _line} or {@code
 * _polygon} after its name. Field names are cut to ten bytes; {@code NAME.fields.csv} maps them.
 */
public final class ShapefileFormat implements FileFormat {
  private static final Charset BIG5 = Charset.forName("x-windows-950");

  private final Charset charset;

  private ShapefileFormat(Charset charset) {
    this.charset = charset;
  }

  public static ShapefileFormat utf8() {
    return new ShapefileFormat(StandardCharsets.UTF_8);
  }

  /** In code page 950, for older programs; what it cannot write is noted. */
  public static ShapefileFormat big5() {
    return new ShapefileFormat(BIG5);
  }

  @Override
  public String name() {
    return charset.equals(BIG5) ? "shp-big5" : "shp";
  }

  @Override
  public LocalText title() {
    return charset.equals(BIG5)
        ? LocalText.same("Shapefile (Big5)")
        : LocalText.same("Shapefile (UTF-8)");
  }

  @Override
  public String mediaType() {
    return "application/zip";
  }

  @Override
  public Export write(FeatureType type, Stream<Feature> features, ExportTarget target)
      throws IOException {
    DbfText text = new DbfText(charset);
    DbfFields fields = new DbfFields(new Columns(type, Set.of()).list(), charset);
    TargetGeometry geometries = new TargetGeometry(type.crs(), target.crs());
    FlatShape shape = new FlatShape();
    Map<ShapeKind, ShapefileSet> sets = new EnumMap<>(ShapeKind.class);
    try {
      for (Iterator<Feature> each = features.iterator(); each.hasNext(); ) {
        Feature feature = each.next();
        boolean placed = geometries.read(feature, shape);
        ShapeKind kind = placed ? ShapeKind.of(shape) : ShapeKind.of(type.geometryKind());
        ShapefileSet set = sets.get(kind);
        if (set == null) {
          set = new ShapefileSet(target, kind, fields, text);
          sets.put(kind, set);
        }
        set.add(feature, placed ? shape : null);
      }
      if (sets.isEmpty()) {
        ShapeKind kind = ShapeKind.of(type.geometryKind());
        sets.put(kind, new ShapefileSet(target, kind, fields, text));
      }
      List<ExportNote> notes = new ArrayList<>(geometries.notes());
      notes.addAll(text.notes());
      return new Export(target.crs(), finish(sets, fields, notes), count(sets), notes);
    } finally {
      for (ShapefileSet set : sets.values()) {
        set.close();
      }
    }
  }

  private static List<Path> finish(
      Map<ShapeKind, ShapefileSet> sets, DbfFields fields, List<ExportNote> notes)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (ShapefileSet set : sets.values()) {
      files.addAll(set.finish(sets.size() == 1));
    }
    if (fields.changed()) {
      notes.add(
          new ExportNote(
              ExportNote.Kind.FIELD_NAMES,
              new LocalText(
                  "欄位名稱最多 10 個位元組；原名見 .fields.csv",
                  "field names have 10 bytes at most; .fields.csv has them in full")));
    }
    return files;
  }

  private static long count(Map<ShapeKind, ShapefileSet> sets) {
    return sets.values().stream().mapToLong(ShapefileSet::count).sum();
  }
}

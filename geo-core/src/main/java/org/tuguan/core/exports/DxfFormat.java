package org.tuguan.core.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.LocalText;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;

/**
 * DXF of release 12 (AC1009), which every CAD program opens: one CAD layer with the shapes and one
 * with the text of the first text attribute of each feature. Attributes have no place in it
 * otherwise. Text is in code page 950; what that lacks is written as {@code \\U+XXXX} and noted.
 */
public final class DxfFormat implements FileFormat {
  static final Charset CHARSET = Charset.forName("x-windows-950");

  @Override
  public String name() {
    return "dxf";
  }

  @Override
  public LocalText title() {
    return new LocalText("DXF（CAD，無屬性）", "DXF (CAD, without attributes)");
  }

  @Override
  public String mediaType() {
    return "image/vnd.dxf";
  }

  @Override
  public Export write(FeatureType type, Stream<Feature> features, ExportTarget target)
      throws IOException {
    Path file = target.file("dxf");
    TargetGeometry geometries = new TargetGeometry(type.crs(), target.crs());
    int label = label(type);
    long count = 0;
    List<ExportNote> notes = new ArrayList<>();
    try (BufferedWriter out = Files.newBufferedWriter(file, CHARSET)) {
      DxfWriter dxf = new DxfWriter(out, target.baseName(), target.crs().geographic());
      dxf.begin();
      for (Iterator<Feature> each = features.iterator(); each.hasNext(); count++) {
        Feature feature = each.next();
        Geometry geometry = geometries.of(feature);
        if (geometry != null) {
          dxf.shape(geometry);
          if (label >= 0 && feature.value(label) instanceof String text && !text.isBlank()) {
            dxf.text(geometry.getInteriorPoint().getCoordinate(), text);
          }
        }
      }
      dxf.end();
      if (dxf.escapes() > 0) {
        notes.add(escaped(dxf.escapes()));
      }
    }
    notes.addAll(geometries.notes());
    return new Export(target.crs(), List.of(file), count, notes);
  }

  private static ExportNote escaped(long count) {
    return new ExportNote(
        ExportNote.Kind.CHARACTERS,
        new LocalText(
            "%d 個字不在 Big5（CP950）中，寫成 \\U+XXXX；部分程式不會還原".formatted(count),
            "%d characters are not in Big5 (CP950) and are written as \\U+XXXX, which not every program turns back"
                .formatted(count)));
  }

  private static int label(FeatureType type) {
    return type.attributes().stream()
        .filter(each -> each.type() == AttributeType.TEXT)
        .map(Attribute::name)
        .findFirst()
        .map(type::position)
        .orElse(-1);
  }
}

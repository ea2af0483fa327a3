package org.tuguan.core.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.tuguan.core.LocalText;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;

/**
 * FlatGeobuf 3 with its spatial index: features lie in the order of a Hilbert curve. A layer in
 * which a feature has no geometry gets no index, since such a feature has no place in it. Keeps
 * some 50 bytes a feature in memory.
 */
public final class FlatGeobufFormat implements FileFormat {
  private static final int BUFFER = 1 << 16;

  @Override
  public String name() {
    return "fgb";
  }

  @Override
  public LocalText title() {
    return LocalText.same("FlatGeobuf");
  }

  @Override
  public String mediaType() {
    return "application/vnd.flatgeobuf";
  }

  @Override
  public Export write(FeatureType type, Stream<Feature> features, ExportTarget target)
      throws IOException {
    Path file = target.file("fgb");
    TargetGeometry geometries = new TargetGeometry(type.crs(), target.crs());
    try (FlatGeobufRows rows = new FlatGeobufRows(target.file("fgb.rows"), type)) {
      for (Iterator<Feature> each = features.iterator(); each.hasNext(); ) {
        rows.add(each.next(), geometries);
      }
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
        rows.writeTo(out, target);
      }
      return new Export(target.crs(), List.of(file), rows.count(), geometries.notes());
    }
  }
}

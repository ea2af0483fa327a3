package org.tuguan.api.imports;

import java.util.List;
import org.tuguan.core.LocalText;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.imports.BadRow;
import org.tuguan.core.imports.ImportPlan;
import org.tuguan.core.imports.KeyPlan;

/**
 * What an import has done, or would do; fields that a raster does not have are null.
 *
 * @param layer its name
 * @param created false if the layer was there and has been updated
 * @param count rows loaded
 * @param crs of the file
 * @param storedCrs of the table
 * @param geometry kind
 * @param geometryType as PostGIS names it
 * @param extent west, south, east, north in degrees
 * @param key where feature ids come from: {@code feature_id}, {@code record_number}, or a column
 * @param badCount how many rows cannot be loaded
 * @param badRows the first of them
 */
public record ImportReport(
    String layer,
    boolean created,
    String format,
    long count,
    String encoding,
    LocalText encodingReason,
    String crs,
    LocalText crsReason,
    String storedCrs,
    String geometry,
    String geometryType,
    List<Double> extent,
    List<Attribute> attributes,
    String key,
    long badCount,
    List<BadRow> badRows,
    List<LocalText> warnings,
    double seconds) {

  static ImportReport of(String layer, boolean created, ImportPlan plan, double seconds) {
    return new ImportReport(
        layer,
        created,
        plan.format(),
        plan.count(),
        plan.encoding().map(each -> each.label()).orElse("UTF-8"),
        plan.encoding().map(each -> each.reason()).orElse(null),
        plan.crs().crs().code(),
        plan.crs().reason(),
        plan.stored().code(),
        plan.shape().kind().name(),
        plan.shape().type(),
        plan.extent().map(ImportReport::box).orElse(null),
        plan.attributes(),
        key(plan.key()),
        plan.bad().total(),
        plan.bad().first(),
        plan.warnings(),
        seconds);
  }

  static ImportReport ofRaster(String layer, boolean created, Bounds extent, Crs crs) {
    return new ImportReport(
        layer,
        created,
        "GeoTIFF",
        0,
        null,
        null,
        crs.code(),
        null,
        crs.code(),
        "RASTER",
        null,
        box(extent),
        List.of(),
        null,
        0,
        List.of(),
        List.of(),
        0);
  }

  private static String key(KeyPlan key) {
    return switch (key.source()) {
      case FEATURE_ID -> "feature_id";
      case COLUMN -> key.column().orElseThrow();
      case RECORD_NUMBER -> "record_number";
    };
  }

  private static List<Double> box(Bounds bounds) {
    return List.of(bounds.minX(), bounds.minY(), bounds.maxX(), bounds.maxY());
  }
}

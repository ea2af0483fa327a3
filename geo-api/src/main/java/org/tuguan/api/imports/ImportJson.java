package org.tuguan.api.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports as JSON: the first data set of a file, and the others, if any, under {@code others}. */
final class ImportJson {
  private ImportJson() {}

  static Map<String, Object> of(List<Map<String, Object>> dataSets) {
    Map<String, Object> answer = new LinkedHashMap<>(dataSets.get(0));
    if (dataSets.size() > 1) {
      answer.put("others", dataSets.subList(1, dataSets.size()));
    }
    return answer;
  }

  static Map<String, Object> fields(ImportReport report) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("layer", report.layer());
    fields.put("created", report.created());
    fields.put("format", report.format());
    fields.put("count", report.count());
    fields.put("geometry", report.geometry());
    fields.put("geometry_type", report.geometryType());
    fields.put("encoding", report.encoding());
    fields.put("encoding_reason", report.encodingReason());
    fields.put("crs", report.crs());
    fields.put("crs_reason", report.crsReason());
    fields.put("stored_crs", report.storedCrs());
    fields.put("extent", report.extent());
    fields.put("key", report.key());
    fields.put("attributes", report.attributes());
    fields.put("bad_count", report.badCount());
    fields.put("bad_rows", report.badRows());
    fields.put("warnings", report.warnings());
    fields.put("seconds", report.seconds());
    return fields;
  }
}

package org.tuguan.api.issuing;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.ExtensionRegistry;
import org.tuguan.core.LocalText;
import org.tuguan.core.exports.FileFormat;

/** {@code /api/v1/ordering}: what may be asked for, so that pages can say it before it is asked. */
@RestController
class OrderingController {
  private final ExtensionRegistry extensions;
  private final SheetGrids grids;
  private final IssuingProperties properties;

  OrderingController(ExtensionRegistry extensions, SheetGrids grids, IssuingProperties properties) {
    this.extensions = extensions;
    this.grids = grids;
    this.properties = properties;
  }

  record Format(String name, LocalText title) {}

  /**
   * @param kinds of documents
   * @param bytes of one document at most
   * @param count of documents with one application at most
   */
  record Documents(List<String> kinds, long bytes, int count) {}

  /**
   * @param series of map sheets, by scale
   * @param bytesLimit most data that one application may take, as they are uncompressed
   * @param quoteDays how long a quote holds
   */
  record Ordering(
      List<Format> formats,
      List<String> series,
      Documents documents,
      long bytesLimit,
      int quoteDays) {}

  @GetMapping("/api/v1/ordering")
  Ordering get() {
    return new Ordering(
        extensions.list(FileFormat.class).stream()
            .map(each -> new Format(each.name(), each.title()))
            .toList(),
        grids.series(),
        new Documents(
            DocumentsOfApplication.KINDS.stream().sorted().toList(),
            properties.document().toBytes(),
            properties.documents()),
        properties.extract().toBytes(),
        properties.quoteDays());
  }
}

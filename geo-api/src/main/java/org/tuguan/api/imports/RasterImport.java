package org.tuguan.api.imports;

import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.tuguan.api.publishing.LayerWords;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/** Publishes a GeoTIFF. Runs inside the transaction of an import. */
@Component
class RasterImport {
  ImportReport preview(Path file, String layer) {
    throw refused(file, layer);
  }

  ImportReport load(Path file, String layer, LayerWords words) {
    throw refused(file, layer);
  }

  private static RequestException refused(Path file, String layer) {
    return new RequestException(
        Fault.UNREADABLE_DATA,
        "file",
        "%s of %s cannot be imported".formatted(file.getFileName(), layer));
  }
}

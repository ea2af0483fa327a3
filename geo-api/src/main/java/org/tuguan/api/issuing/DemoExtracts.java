package org.tuguan.api.issuing;

import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Bounds;

/** Where layers of the demonstration can be applied for: what has no data is not given out. */
@Component
@ConditionalOnNotWebApplication
public class DemoExtracts {
  private final CatalogStore catalogs;
  private final Extracts extracts;

  DemoExtracts(CatalogStore catalogs, Extracts extracts) {
    this.catalogs = catalogs;
    this.extracts = extracts;
  }

  /**
   * True if something of a layer of features lies there.
   *
   * @param box in CRS:84
   */
  public boolean has(String layer, Bounds box) {
    return catalogs.whole().findLayer(layer).filter(found -> has(found, box)).isPresent();
  }

  private boolean has(Layer layer, Bounds box) {
    return extracts.extract(layer, Optional.of(box.polygon())).features() > 0;
  }
}

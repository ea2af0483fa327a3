package org.tuguan.plugin.coverage.imports;

import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/** Refusals that both imports share. */
final class LayerFaults {
  private LayerFaults() {}

  static RequestException noFeatures(String layer) {
    return new RequestException(
        Fault.NOT_QUERYABLE,
        "layer",
        new LocalText(
            "圖層 %s 不是向量圖層".formatted(layer), "layer %s has no features".formatted(layer)));
  }
}

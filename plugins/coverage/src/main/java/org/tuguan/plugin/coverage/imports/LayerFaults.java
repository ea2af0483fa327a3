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

  /** An import of nothing would take away what is there. */
  static RequestException nothing(String layer) {
    return RequestException.invalid(
        "layer", layer, new LocalText("圖層沒有任何資料，未匯入", "the layer is empty: nothing was imported"));
  }
}

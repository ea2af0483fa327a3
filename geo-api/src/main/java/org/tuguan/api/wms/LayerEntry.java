package org.tuguan.api.wms;

import java.util.List;
import java.util.Optional;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.map.ScaleRange;

/**
 * A layer with what capabilities say about it beyond the catalog.
 *
 * @param scales at which any of its styles shows something
 */
record LayerEntry(Layer layer, LayerArea area, ScaleRange scales, List<StyleEntry> styles) {
  LayerEntry {
    styles = List.copyOf(styles);
  }

  /** The title in both languages; synthetic data say so even if their title forgets to. */
  String title() {
    String title = layer.title().both();
    return layer.provenance().synthetic() && !title.contains("模擬")
        ? title + "（模擬資料 synthetic）"
        : title;
  }

  /** To whom the data are owed. */
  String attribution() {
    String text = layer.provenance().attribution().both();
    return layer.provenance().synthetic() && !text.contains("模擬")
        ? (text + " 模擬資料，並非事實 synthetic data, not fact").strip()
        : text;
  }

  /**
   * A style and its legend.
   *
   * @param legend its size; empty if it cannot be drawn
   */
  record StyleEntry(StyleInfo style, Optional<LegendSize> legend) {}

  /** In pixels. */
  record LegendSize(int width, int height) {}
}

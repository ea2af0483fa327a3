package org.tuguan.core.imports;

import java.util.Map;
import java.util.Optional;
import org.tuguan.core.LocalText;

/** What makes a row bad whatever its coordinate system is. */
final class RowCheck {
  private RowCheck() {}

  static Optional<LocalText> fault(Row row, Optional<TextEncoding> encoding) {
    if (row.geometry() == null || row.geometry().isEmpty()) {
      return Optional.of(new LocalText("沒有坐標", "no coordinates"));
    }
    for (Map.Entry<String, Object> each : row.values().entrySet()) {
      if (each.getValue() instanceof String text && text.indexOf(TextEncoding.UNREADABLE) >= 0) {
        String label = encoding.map(TextEncoding::label).orElse("UTF-8");
        return Optional.of(
            new LocalText(
                "欄位 %s 有不屬 %s 的位元組".formatted(each.getKey(), label),
                "column %s has bytes that are not %s".formatted(each.getKey(), label)));
      }
    }
    return Optional.empty();
  }

  /** Of a row whose coordinates do not fit the system. */
  static LocalText misfit(Magnitude magnitude) {
    return new LocalText("坐標" + magnitude.words().zh(), "coordinates " + magnitude.words().en());
  }
}

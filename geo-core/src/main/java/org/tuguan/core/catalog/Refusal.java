package org.tuguan.core.catalog;

import java.util.Optional;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;

/** Says to somebody who may know of a layer what they may not do with it. */
final class Refusal {
  private Refusal() {}

  static RequestException of(
      String parameter, String layer, Right right, Optional<LocalText> offer) {
    LocalText what = what(right);
    String zh = "圖層 %s 未授權您%s".formatted(RequestException.quote(layer), what.zh());
    String en = "you may not %s the layer %s".formatted(what.en(), RequestException.quote(layer));
    LocalText text =
        offer
            .map(
                how -> new LocalText(zh + "；取得方式：" + how.zh(), en + "; how to get it: " + how.en()))
            .orElse(new LocalText(zh, en));
    return new RequestException(Fault.NOT_ALLOWED, parameter, text);
  }

  private static LocalText what(Right right) {
    return switch (right) {
      case VIEW -> new LocalText("檢視", "view");
      case QUERY -> new LocalText("查詢", "query");
      case DOWNLOAD -> new LocalText("下載", "download");
      case MANAGE -> new LocalText("管理", "manage");
    };
  }
}

package org.tuguan.core.issuing;

import java.util.Locale;
import org.tuguan.core.LocalText;

/** What costs that are passed on are called on a line. */
final class PassedOn {
  private PassedOn() {}

  static LocalText title(Component component) {
    return switch (component) {
      case POSTAGE -> new LocalText("郵遞費用", "postage");
      case FREIGHT -> new LocalText("運費", "freight");
      case PACKAGING -> new LocalText("包裝費", "packaging");
      case BANK_CHARGE -> new LocalText("金融機構手續費", "bank charge");
      case HANDLING -> new LocalText("處理費", "handling");
      default -> LocalText.same(component.name().toLowerCase(Locale.ROOT));
    };
  }
}

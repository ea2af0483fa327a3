package org.tuguan.plugin.coverage.people;

import java.util.Arrays;
import java.util.Optional;
import org.tuguan.core.LocalText;

/** By what areas a census counts people. */
public enum UnitKind {
  VILLAGE("village", new LocalText("村里", "villages")),
  STATISTICAL_AREA("statistical-area", new LocalText("最小統計區", "statistical areas"));

  private final String code;
  private final LocalText title;

  UnitKind(String code, LocalText title) {
    this.code = code;
    this.title = title;
  }

  public String code() {
    return code;
  }

  public static Optional<UnitKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }

  public LocalText title() {
    return title;
  }
}

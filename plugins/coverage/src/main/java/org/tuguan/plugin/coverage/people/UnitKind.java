package org.tuguan.plugin.coverage.people;

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

  public LocalText title() {
    return title;
  }
}

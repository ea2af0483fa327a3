package org.tuguan.plugin.projects;

import java.util.List;
import org.tuguan.core.LocalText;

/**
 * The four kinds of the city's system. The plan names the kinds and says that each has check
 * points; which they are is our reading of how such projects go.
 */
enum ProjectKind {
  PURCHASE("財務勞務", "goods and services", List.of("公告招標", "決標簽約", "履約期中", "驗收", "付款結案")),
  DESIGN("委外設計", "design by contract", List.of("評選決標", "基本設計核定", "細部設計核定", "預算書圖完成")),
  LAND("用地取得", "acquisition of land", List.of("公聽會", "協議價購", "徵收核准", "補償發放", "用地點交")),
  WORKS("發包工程", "works by contract", List.of("設計完成", "公告招標", "決標", "開工", "工程過半", "竣工", "驗收"));

  private final LocalText title;
  private final List<String> checkPoints;

  ProjectKind(String zh, String en, List<String> checkPoints) {
    this.title = new LocalText(zh, en);
    this.checkPoints = checkPoints;
  }

  LocalText title() {
    return title;
  }

  /** Usual names, in order. */
  List<String> checkPoints() {
    return checkPoints;
  }
}

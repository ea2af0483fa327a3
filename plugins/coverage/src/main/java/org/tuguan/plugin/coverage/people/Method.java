package org.tuguan.plugin.coverage.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.LocalText;

/** How people inside a unit are spread over it. */
public enum Method {
  AREAL(
      "areal",
      new LocalText("村里面積加權", "by area, villages"),
      new LocalText(
          "假設村里內人口均勻分布，依涵蓋面積比例計入。", "People are taken as spread evenly over each village.")),
  STATISTICAL(
      "statistical",
      new LocalText("最小統計區面積加權", "by area, statistical areas"),
      new LocalText(
          "假設最小統計區內人口均勻分布，依涵蓋面積比例計入。",
          "People are taken as spread evenly over each statistical area.")),
  BUILDINGS(
      "dasymetric",
      new LocalText("建物加權", "by buildings"),
      new LocalText(
          "村里人口依建物樓地板面積分配，建物中心在涵蓋範圍內者計入；無建物之村里依面積。",
          "People of a village live in its buildings by floor area; a building counts where its"
              + " middle is reached. Villages without buildings count by area."));

  private final String code;
  private final LocalText title;
  private final LocalText explanation;

  Method(String code, LocalText title, LocalText explanation) {
    this.code = code;
    this.title = title;
    this.explanation = explanation;
  }

  /** As in addresses and answers. */
  public String code() {
    return code;
  }

  public LocalText title() {
    return title;
  }

  public LocalText explanation() {
    return explanation;
  }

  public static Optional<Method> find(String code) {
    return Arrays.stream(values()).filter(method -> method.code.equals(code)).findFirst();
  }

  public static List<String> listCodes() {
    return Arrays.stream(values()).map(Method::code).toList();
  }
}

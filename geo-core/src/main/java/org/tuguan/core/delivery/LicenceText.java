package org.tuguan.core.delivery;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tuguan.core.LocalText;

/** A licence for people, Chinese first. */
final class LicenceText {
  private final Licence licence;
  private final List<LocalText> layers;

  LicenceText(Licence licence, List<LocalText> layers) {
    this.licence = licence;
    this.layers = layers;
  }

  String text() {
    return chinese() + "\n----\n\n" + english();
  }

  private String chinese() {
    return """
        地理資訊使用授權書

        授權編號：%s
        授權機關：%s
        被授權人：%s
        使用目的：%s
        授權期間：%s 起%s
        授權範圍：%s
        授權圖層：%s
        依據：%s

        授權條件：
        %s
        """
        .formatted(
            licence.number(),
            licence.licensor().zh(),
            licence.licensee(),
            licence.purpose(),
            licence.from(),
            licence.until().map(day -> "至 " + day + " 止").orElse("，未定終止日"),
            licence.area().isPresent() ? "如 licence.json 所載多邊形" : "圖層全部",
            layers.stream().map(LocalText::zh).collect(Collectors.joining("、")),
            String.join("；", licence.grounds()),
            numbered(licence.conditions().stream().map(LocalText::zh).toList(), "、"));
  }

  private String english() {
    return """
        Licence to use geographic information

        Number: %s
        Licensor: %s
        Licensee: %s
        Purpose: %s
        Valid: from %s%s
        Area: %s
        Layers: %s
        Grounds: %s

        Conditions:
        %s
        The Chinese text prevails.
        """
        .formatted(
            licence.number(),
            licence.licensor().en(),
            licence.licensee(),
            licence.purpose(),
            licence.from(),
            licence.until().map(day -> " until " + day).orElse(", no end set"),
            licence.area().isPresent() ? "the polygon in licence.json" : "whole layers",
            layers.stream().map(LocalText::en).collect(Collectors.joining(", ")),
            String.join("; ", licence.grounds()),
            numbered(licence.conditions().stream().map(LocalText::en).toList(), ". "));
  }

  private static String numbered(List<String> lines, String separator) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> (i + 1) + separator + lines.get(i))
        .collect(Collectors.joining("\n"));
  }
}

package org.tuguan.core.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.LocalText;
import org.tuguan.core.print.Block;
import org.tuguan.core.print.Block.Fact;
import org.tuguan.core.print.PrintedDocument;
import org.tuguan.core.print.PrintedDocument.Masthead;
import org.tuguan.core.print.PrintedDocument.Paper;

/** A licence as it is printed, with a sketch of its area. */
final class LicencePaper {
  private LicencePaper() {}

  static PrintedDocument of(Licence licence, List<LocalText> layers, Instant made) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Facts(facts(licence)));
    blocks.add(new Block.Heading(new LocalText("授權圖層", "Layers")));
    layers.forEach(layer -> blocks.add(Block.Paragraph.of(LocalText.same("・" + layer.both()))));
    blocks.add(new Block.Heading(new LocalText("授權條件", "Conditions")));
    for (int i = 0; i < licence.conditions().size(); i++) {
      LocalText condition = licence.conditions().get(i);
      blocks.add(
          Block.Paragraph.of(
              new LocalText((i + 1) + "、" + condition.zh(), (i + 1) + ". " + condition.en())));
    }
    licence.area().ifPresent(area -> blocks.add(sketch(area)));
    blocks.add(
        Block.Paragraph.small(new LocalText("中英文如有出入，以中文為準。", "The Chinese text prevails.")));
    return new PrintedDocument(
        new Masthead(
            new LocalText("地理資訊使用授權書", "Licence to use geographic information"),
            licence.licensor(),
            licence.number()),
        made,
        Paper.A4,
        false,
        blocks);
  }

  private static List<Fact> facts(Licence licence) {
    String until = licence.until().map(day -> "至 " + day + " 止").orElse("，未定終止日");
    return List.of(
        Fact.strong(new LocalText("授權編號", "Number"), licence.number()),
        Fact.of(new LocalText("授權機關", "Licensor"), licence.licensor().both()),
        Fact.of(new LocalText("被授權人", "Licensee"), licence.licensee()),
        Fact.of(new LocalText("使用目的", "Purpose"), licence.purpose()),
        Fact.of(new LocalText("授權期間", "Valid"), licence.from() + " 起" + until),
        Fact.of(
            new LocalText("授權範圍", "Area"),
            licence.area().isPresent() ? "如下圖，座標見 licence.json" : "圖層全部"),
        Fact.of(new LocalText("依據", "Grounds"), String.join("；", licence.grounds())));
  }

  private static Block sketch(Geometry area) {
    return new Block.Drawing(
        60,
        new LocalText("授權範圍示意，正確座標見 licence.json", "The licensed area; exact in licence.json"),
        new AreaSketch(area));
  }
}

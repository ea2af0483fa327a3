package org.tuguan.plugin.coverage.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;
import org.tuguan.core.print.Block;
import org.tuguan.core.print.PdfPages;
import org.tuguan.core.print.PrintFonts;
import org.tuguan.core.print.PrintedDocument;
import org.tuguan.core.print.PrintedDocument.Masthead;
import org.tuguan.core.print.PrintedDocument.Paper;
import org.tuguan.plugin.coverage.area.Outline;
import org.tuguan.plugin.coverage.figure.CoverageJson;
import org.tuguan.plugin.coverage.figure.CoverageQuery;
import org.tuguan.plugin.coverage.figure.Figures;
import org.tuguan.plugin.coverage.figure.Measured;
import org.tuguan.plugin.coverage.people.Unit;
import org.tuguan.plugin.coverage.plan.PlanBody;
import org.tuguan.plugin.coverage.plan.PlanJson;
import org.tuguan.plugin.coverage.store.JdbcPlans;
import tools.jackson.databind.json.JsonMapper;

/** A plan on paper: figures with what they rest on, a map, the sites. Safe for any thread. */
@Component
class PlanPages {
  private static final double MAP_MM = 95;
  private static final int SEGMENTS = 48;
  private static final Color GROUND = new Color(0xf4f1ea);
  private static final Color BORDER = new Color(0xb9b2a4);
  private static final Color REACHED = new Color(0x0072b2);
  private static final Color NEW = new Color(0xd55e00);

  private final Figures figures;
  private final JsonMapper json;
  private PdfPages pages;

  PlanPages(Figures figures, JsonMapper json) {
    this.figures = figures;
    this.json = json;
  }

  byte[] pdf(JdbcPlans.Saved saved, PlanJson plan) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(facts(saved, plan));
    blocks.add(map(saved, plan));
    if (!plan.sites().isEmpty()) {
      blocks.add(new Block.Heading(new LocalText("建置點位", "Sites")));
      blocks.add(sites(plan));
    }
    blocks.add(new Block.Paragraph(plan.before().explanation(), true));
    if (plan.search() != null) {
      plan.search().notes().forEach(note -> blocks.add(Block.Paragraph.small(note)));
    }
    PrintedDocument document =
        new PrintedDocument(
            new Masthead(
                LocalText.same(saved.title()),
                new LocalText("無線網路涵蓋分析", "Wireless coverage"),
                saved.id() + " / " + saved.version()),
            saved.madeAt(),
            Paper.A4,
            false,
            blocks);
    return pages().pdf(document);
  }

  /** Made when the first page is wanted, since fonts are looked for then. */
  private synchronized PdfPages pages() {
    if (pages == null) {
      pages = new PdfPages(PrintFonts.ofSystem());
    }
    return pages;
  }

  private static Block facts(JdbcPlans.Saved saved, PlanJson plan) {
    CoverageJson before = plan.before();
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(Block.Fact.of(new LocalText("目前人口覆蓋率", "Covered now"), figure(before)));
    facts.add(
        Block.Fact.strong(new LocalText("方案人口覆蓋率", "Covered with the plan"), figure(plan.after())));
    facts.add(Block.Fact.of(new LocalText("計算方法", "Method"), before.methodTitle().both()));
    facts.add(Block.Fact.of(new LocalText("人口統計日", "Census date"), before.censusDate().toString()));
    facts.add(
        Block.Fact.of(
            new LocalText("點位清冊", "Inventory"),
            "%s (%s), %s"
                .formatted(
                    before.inventoryDate(),
                    before.inventoryVersion(),
                    String.join(", ", before.technologies()))));
    if (!before.obstacles().isEmpty()) {
      facts.add(Block.Fact.of(new LocalText("視線範圍", "Line of sight"), obstacles(before)));
    }
    if (plan.search() != null) {
      facts.add(Block.Fact.of(new LocalText("求解", "Search"), search(plan.search())));
    }
    if (before.synthetic()) {
      facts.add(Block.Fact.strong(new LocalText("資料", "Data"), "模擬資料 synthetic"));
    }
    return new Block.Facts(facts);
  }

  private static String figure(CoverageJson figure) {
    return figure.rate() == null
        ? "無數值 no value"
        : String.format(
            Locale.ROOT,
            "%.2f %%（%,.0f / %,.0f）",
            100 * figure.rate(),
            figure.covered(),
            figure.total());
  }

  private static String obstacles(CoverageJson figure) {
    return figure.obstacles().stream()
        .map(used -> "%s (%s)".formatted(used.title().both(), used.version()))
        .collect(Collectors.joining(", "));
  }

  private static String search(PlanJson.SearchJson search) {
    String gap =
        search.gap() == null
            ? ""
            : String.format(Locale.ROOT, ", gap ≤ %.2f %%", 100 * search.gap());
    return search.solver() + (search.proven() ? ", 已證最佳 proven" : gap) + ", seed " + search.seed();
  }

  private static Block sites(PlanJson plan) {
    List<List<String>> rows = new ArrayList<>();
    for (PlanJson.SiteJson site : plan.sites()) {
      rows.add(
          List.of(
              String.valueOf(rows.size() + 1),
              String.format(Locale.ROOT, "%.1f", site.x()),
              String.format(Locale.ROOT, "%.1f", site.y()),
              String.format(Locale.ROOT, "%.0f", site.radiusM()),
              String.format(Locale.ROOT, "%,.0f", site.people()),
              String.format(Locale.ROOT, "%,d", site.costTwd())));
    }
    return new Block.Table(
        List.of(
            Block.Column.number(new LocalText("序", "No."), 1),
            Block.Column.number(new LocalText("橫坐標", "Easting"), 2),
            Block.Column.number(new LocalText("縱坐標", "Northing"), 2),
            Block.Column.number(new LocalText("半徑（公尺）", "Radius, m"), 1.5),
            Block.Column.number(new LocalText("新增人口", "People added"), 2),
            Block.Column.number(new LocalText("經費（元）", "Cost, NT$"), 2)),
        rows,
        Optional.empty());
  }

  private Block map(JdbcPlans.Saved saved, PlanJson plan) {
    PlanBody body = json.treeToValue(saved.request(), PlanBody.class);
    LocalDate day = plan.before().inventoryDate();
    Map<String, String> parameters = new HashMap<>(body.parameterMap());
    parameters.put("date", day.toString());
    Measured measured = figures.measure(CoverageQuery.parse(parameters, day), body.changeList());
    List<Outline> reached = figures.outlines(measured.ground(), SEGMENTS);
    List<Unit> units = measured.once().spread().census().units();
    return new Block.Drawing(
        MAP_MM,
        new LocalText(
            "藍：方案前涵蓋範圍；橘：新增點位。EPSG:3826，上方為北。",
            "Blue: reached before; orange: new sites. EPSG:3826, north is up."),
        (graphics, width, height) -> paint(graphics, width, height, units, reached, plan));
  }

  private static void paint(
      Graphics2D graphics,
      double width,
      double height,
      List<Unit> units,
      List<Outline> reached,
      PlanJson plan) {
    Envelope box = extent(units, plan);
    double scale = Math.min(width / box.getWidth(), height / box.getHeight());
    AffineTransform toPage = new AffineTransform();
    toPage.translate(width / 2, height / 2);
    toPage.scale(scale, -scale);
    toPage.translate(-box.centre().x, -box.centre().y);
    graphics.clip(new Rectangle2D.Double(0, 0, width, height));
    graphics.setStroke(new BasicStroke(0.2f));
    for (Unit unit : units) {
      if (unit.zone().bounds().intersects(box)) {
        Path2D outline = outline(unit.zone().geometry());
        outline.transform(toPage);
        graphics.setColor(GROUND);
        graphics.fill(outline);
        graphics.setColor(BORDER);
        graphics.draw(outline);
      }
    }
    graphics.setColor(REACHED);
    for (Outline each : reached) {
      Geometry ground = each.polygons();
      if (ground.getEnvelopeInternal().intersects(box)) {
        graphics.fill(toPage.createTransformedShape(outline(ground)));
      }
    }
    graphics.setColor(NEW);
    for (PlanJson.SiteJson site : plan.sites()) {
      circle(graphics, toPage, site.x(), site.y(), Math.max(site.radiusM(), 2.5 / scale));
    }
  }

  /** The new sites with some room, or the city if there are none. */
  private static Envelope extent(List<Unit> units, PlanJson plan) {
    Envelope box = new Envelope();
    plan.sites().forEach(site -> box.expandToInclude(site.x(), site.y()));
    if (box.isNull()) {
      units.forEach(unit -> box.expandToInclude(unit.zone().bounds()));
    }
    box.expandBy(Math.max(1_000, 0.1 * box.getWidth()));
    return box;
  }

  private static void circle(
      Graphics2D graphics, AffineTransform toPage, double x, double y, double radius) {
    graphics.fill(
        toPage.createTransformedShape(
            new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius)));
  }

  private static Path2D outline(Geometry geometry) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry boundary = geometry.getGeometryN(i).getBoundary();
      for (int ring = 0; ring < boundary.getNumGeometries(); ring++) {
        Coordinate[] points = boundary.getGeometryN(ring).getCoordinates();
        path.moveTo(points[0].x, points[0].y);
        for (int point = 1; point < points.length; point++) {
          path.lineTo(points[point].x, points[point].y);
        }
        path.closePath();
      }
    }
    return path;
  }
}

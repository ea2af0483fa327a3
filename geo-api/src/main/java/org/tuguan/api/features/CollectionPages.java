package org.tuguan.api.features;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.Provenance;
import org.tuguan.core.catalog.Theme;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.sharing.Agency;

/** The list of collections, one collection, and its queryables, as pages. */
final class CollectionPages {
  private final OgcRequest request;
  private final Catalog catalog;

  CollectionPages(OgcRequest request, Catalog catalog) {
    this.request = request;
    this.catalog = catalog;
  }

  private Page page() {
    return new Page(request).crumb(listTitle(), request.root() + "/collections");
  }

  private String listTitle() {
    return request.say("圖層", "Collections");
  }

  Page page(Layer layer) {
    return page().crumb(request.say(layer.title()), request.collection(layer.name()));
  }

  String list() {
    List<Html> rows = Collections.list(catalog).stream().map(this::row).toList();
    Html body =
        Html.of(
            """
            <div class="scroll"><table>
            <thead><tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr></thead>
            <tbody>{}</tbody></table></div>
            """,
            request.say("名稱", "Title"),
            request.say("代號", "Id"),
            request.say("主題", "Theme"),
            request.say("幾何", "Geometry"),
            rows);
    return page().render(listTitle(), body);
  }

  private Html row(Layer layer) {
    return Html.of(
        "<tr><td><a href=\"{}\">{}</a></td><td><code>{}</code></td><td>{}</td><td>{}</td></tr>",
        Page.address(request, request.collection(layer.name())),
        request.say(layer.title()),
        layer.name(),
        theme(layer),
        kind(Collections.table(layer).type().geometryKind()));
  }

  private String theme(Layer layer) {
    return catalog.listThemes().stream()
        .filter(theme -> theme.id().equals(layer.theme()))
        .map(Theme::title)
        .map(request::say)
        .findFirst()
        .orElse("");
  }

  private String kind(GeometryKind kind) {
    return switch (kind) {
      case POINT -> request.say("點", "Point");
      case LINE -> request.say("線", "Line");
      case POLYGON -> request.say("面", "Polygon");
      case MIXED -> request.say("混合", "Mixed");
    };
  }

  String collection(Layer layer, Optional<JdbcTemporalExtent.Interval> interval) {
    String address = request.collection(layer.name());
    Html body =
        Html.of(
            """
            <p class="lead">{}</p>
            <p class="buttons"><a class="button primary" href="{}">{}</a>
            <a class="button" href="{}/layers/{}">{}</a>
            <a class="button" href="{}">GeoJSON</a>
            <a class="button" href="{}">{}</a></p>
            {}<div class="scroll"><table class="facts"><tbody>{}{}{}{}{}{}{}{}</tbody></table></div>
            {}""",
            request.say(layer.summary()),
            Page.address(request, address + "/items"),
            request.say("瀏覽圖徵", "Browse features"),
            request.server(),
            OgcRequest.segment(layer.name()),
            request.say("圖層說明", "About the layer"),
            address + "/items?f=json",
            Page.address(request, address + "/queryables"),
            request.say("可查詢欄位", "Queryables"),
            layer.extent().map(box -> map(layer, box)).orElse(Html.NOTHING),
            fact(request.say("代號", "Id"), Html.of("<code>{}</code>", layer.name())),
            fact(request.say("主題", "Theme"), Html.of("{}", theme(layer))),
            fact(request.say("權責機關", "Agency"), Html.of("{}", agency(layer))),
            fact(request.say("來源與授權", "Source and licence"), provenance(layer.provenance())),
            fact(request.say("更新", "Updated"), Html.of("{}", updated(layer))),
            fact(
                request.say("範圍", "Extent"),
                Html.of("{}", layer.extent().map(CollectionPages::shown).orElse("—"))),
            fact(
                request.say("時間", "Time"),
                Html.of("{}", interval.map(each -> each.start() + " – " + each.end()).orElse("—"))),
            fact(request.say("坐標系統", "Systems"), systems(layer)),
            uses(layer, address));
    return page(layer).withMap().render(request.say(layer.title()), body);
  }

  private static String updated(Layer layer) {
    return layer.updated().atZone(TuguanApplication.ZONE).toLocalDate().toString();
  }

  private Html map(Layer layer, Bounds box) {
    return Html.of(
        """
        <div id="map" class="map" role="img" aria-label="{}" data-server="{}" data-layer="{}" data-bounds="{},{},{},{}"></div>
        """,
        request.say(layer.title()),
        request.server(),
        layer.name(),
        box.minX(),
        box.minY(),
        box.maxX(),
        box.maxY());
  }

  private static Html fact(String name, Html value) {
    return Html.of("<tr><th scope=\"row\">{}</th><td>{}</td></tr>", name, value);
  }

  private String agency(Layer layer) {
    return catalog
        .findAgency(layer.agency())
        .map(Agency::name)
        .map(request::say)
        .orElse(layer.agency());
  }

  private Html provenance(Provenance provenance) {
    Html licence =
        provenance.licenceUrl().matches("https?://.*")
            ? Html.of("<a href=\"{}\">{}</a>", provenance.licenceUrl(), provenance.licence())
            : Html.of("{}", provenance.licence());
    Html synthetic =
        provenance.synthetic()
            ? Html.of(
                " <strong class=\"synthetic\">{}</strong>", request.say("模擬資料", "Synthetic data"))
            : Html.NOTHING;
    return Html.of("{} {}{}", request.say(provenance.attribution()), licence, synthetic);
  }

  private static String shown(Bounds box) {
    return String.format(
        Locale.ROOT, "%.5f, %.5f – %.5f, %.5f", box.minX(), box.minY(), box.maxX(), box.maxY());
  }

  private Html systems(Layer layer) {
    return Html.of(
        "<ul class=\"plain\">{}</ul>",
        Collections.systems(layer).stream()
            .map(
                crs -> Html.of("<li>{} <code>{}</code></li>", request.say(crs.title()), crs.code()))
            .toList());
  }

  private Html uses(Layer layer, String address) {
    return Html.of(
        """
        <h2>{}</h2>
        <dl class="uses"><dt>QGIS {}</dt><dd><code class="address">{}</code></dd>
        <dt>WMS</dt><dd><code class="address">{}/wms?SERVICE=WMS&amp;REQUEST=GetCapabilities</code></dd>
        <dt>GDAL</dt><dd><code class="address">ogr2ogr {}.gpkg OAPIF:{} {}</code></dd>
        <dt>GeoJSON</dt><dd><code class="address">{}/items?limit=1000</code></dd></dl>
        """,
        request.say("使用方式", "How to use it"),
        request.say(
            "（圖層 → 加入 WFS／OGC API Features 圖層）", "(Layer → Add WFS / OGC API Features Layer)"),
        request.root(),
        request.server(),
        layer.name().replace(':', '_'),
        request.root(),
        layer.name(),
        address);
  }

  String queryables(Layer layer) {
    FeatureType type = Collections.table(layer).type();
    List<Html> rows =
        type.attributes().stream()
            .map(
                each ->
                    queryable(each.name(), kind(each.type()), example(each.name(), each.type())))
            .toList();
    String title = request.say("可查詢欄位", "Queryables");
    Html body =
        Html.of(
            """
            <p>{}</p><div class="scroll"><table>
            <thead><tr><th>{}</th><th>{}</th><th>{}</th></tr></thead><tbody>{}{}</tbody></table></div>
            """,
            request.say("這些欄位可以用在 CQL2 條件中。", "These may stand in CQL2 filters."),
            request.say("欄位", "Attribute"),
            request.say("型別", "Type"),
            request.say("例", "Example"),
            queryable(
                type.geometryName(),
                kind(type.geometryKind()),
                "S_INTERSECTS(" + type.geometryName() + ", BBOX(120.6, 24.1, 120.7, 24.2))"),
            rows);
    return page(layer)
        .crumb(title, request.collection(layer.name()) + "/queryables")
        .render(request.say(layer.title()) + " – " + title, body);
  }

  private static Html queryable(String name, String kind, String example) {
    return Html.of(
        "<tr><td><code>{}</code></td><td>{}</td><td><code>{}</code></td></tr>",
        name,
        kind,
        example);
  }

  private String kind(AttributeType type) {
    return switch (type) {
      case TEXT -> request.say("文字", "Text");
      case INTEGER -> request.say("整數", "Whole number");
      case NUMBER -> request.say("數值", "Number");
      case BOOLEAN -> request.say("是／否", "True or false");
      case DATE -> request.say("日期", "Date");
      case TIMESTAMP -> request.say("時間", "Time");
    };
  }

  private static String example(String name, AttributeType type) {
    String written =
        name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    return switch (type) {
      case TEXT -> written + (name.endsWith("_en") ? " LIKE 'North%'" : " LIKE '中%'");
      case INTEGER, NUMBER -> written + " >= 100";
      case BOOLEAN -> written + " = TRUE";
      case DATE -> written + " >= DATE('2026-01-01')";
      case TIMESTAMP -> "T_AFTER(" + written + ", TIMESTAMP('2026-01-01T00:00:00Z'))";
    };
  }
}

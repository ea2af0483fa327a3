package org.tuguan.api.features;

import java.util.List;

/** The pages about the API itself. */
final class ServicePages {
  private final OgcRequest request;

  ServicePages(OgcRequest request) {
    this.request = request;
  }

  static String description(OgcRequest request) {
    return request.say(
        "以 OGC API Features 取用本市公開的地圖圖層：GeoJSON、TWD97 與 WGS 84 坐標、CQL2 條件查詢。",
        "The city's open map layers through OGC API Features: GeoJSON, TWD97 and WGS 84"
            + " coordinates, CQL2 filters.");
  }

  String landing(String title) {
    Html body =
        Html.of(
            """
            <p class="lead">{}</p>
            <ul class="doors">
            {}{}{}{}</ul>
            <h2>{}</h2>
            <ol class="steps">
            <li>{}</li>
            <li>{}</li>
            <li>{}<br><code class="address">{}</code></li>
            </ol>
            """,
            description(request),
            door(
                "/collections",
                request.say("圖層", "Collections"),
                request.say("所有向量圖層與其內容", "All vector layers and what is in them")),
            door(
                "/api.html",
                request.say("介面說明", "API definition"),
                request.say("每個位址與參數", "Every address and parameter")),
            door(
                "/conformance",
                request.say("符合的標準", "Conformance"),
                request.say("OGC 標準的符合性類別", "Classes of the OGC standards")),
            Html.of(
                "<li><a href=\"{}/\"><b>{}</b><span>{}</span></a></li>",
                request.server(),
                request.say("地圖", "Map"),
                request.say("在地圖上瀏覽圖層", "Browse the layers on a map")),
            request.say("在 QGIS 中使用", "Use it in QGIS"),
            request.say(
                "開啟「圖層 → 加入圖層 → 加入 WFS／OGC API Features 圖層」。",
                "Open Layer → Add Layer → Add WFS / OGC API Features Layer."),
            request.say(
                "新增連線，版本選「OGC API - Features」。",
                "Make a new connection with the version OGC API - Features."),
            request.say("貼上這個網址：", "Paste this address:"),
            request.root());
    return new Page(request).render(title, body);
  }

  private Html door(String path, String title, String about) {
    return Html.of(
        "<li><a href=\"{}\"><b>{}</b><span>{}</span></a></li>",
        Page.address(request, request.root() + path),
        title,
        about);
  }

  String conformance(List<String> classes) {
    List<Html> items =
        classes.stream().map(each -> Html.of("<li><code>{}</code></li>", each)).toList();
    String title = request.say("符合的標準", "Conformance");
    Html body =
        Html.of(
            "<p>{}</p><ul class=\"plain\">{}</ul>",
            request.say("本服務符合下列類別。", "This service conforms to these classes."),
            items);
    return new Page(request).crumb(title, request.root() + "/conformance").render(title, body);
  }
}

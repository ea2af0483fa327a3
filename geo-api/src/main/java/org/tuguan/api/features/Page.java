package org.tuguan.api.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The frame of every page: header, way back, language, foot. */
final class Page {
  private final OgcRequest request;
  private final List<Html> crumbs = new ArrayList<>();
  private Html scripts = Html.NOTHING;

  Page(OgcRequest request) {
    this.request = request;
    crumb("OGC API", request.root());
  }

  /** One step further down. */
  Page crumb(String title, String address) {
    crumbs.add(Html.of("<li><a href=\"{}\">{}</a></li>", html(address), title));
    return this;
  }

  /** With the scripts of a map. */
  Page withMap() {
    scripts =
        Html.of(
            """
            <link rel="stylesheet" href="{}/webjars/leaflet/1.9.4/dist/leaflet.css">
            <script defer src="{}/webjars/leaflet/1.9.4/dist/leaflet.js"></script>
            <script type="module" src="{}/ogc/map.js"></script>
            """,
            request.server(),
            request.server(),
            request.server());
    return this;
  }

  /** Keeps the visitor on pages, in the language they chose. */
  private String html(String address) {
    return address(request, address);
  }

  static String address(OgcRequest request, String address) {
    String lang = request.locale().equals(Locale.ENGLISH) ? "en" : "zh-TW";
    String chosen = request.parameter("lang").isPresent() ? "&lang=" + lang : "";
    return address + (address.contains("?") ? "&" : "?") + "f=html" + chosen;
  }

  String render(String title, Html body) {
    boolean english = request.locale().equals(Locale.ENGLISH);
    return Html.of(
            """
            <!doctype html>
            <html lang="{}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{} · Tuguan 圖館</title>
            <link rel="icon" href="{}/img/favicon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="{}/css/base.css">
            <link rel="stylesheet" href="{}/ogc/ogc.css">
            {}</head>
            <body class="ogc">
            <header>
            <a class="home" href="{}/">{}</a>
            <nav aria-label="{}"><ul class="actions">
            <li><a href="{}" hreflang="{}" lang="{}">{}</a></li>
            <li><a href="{}">JSON</a></li>
            </ul></nav>
            </header>
            <nav class="crumbs" aria-label="{}"><ol>{}</ol></nav>
            <main>
            <h1>{}</h1>
            {}</main>
            </body>
            </html>
            """,
            english ? "en" : "zh-TW",
            title,
            request.server(),
            request.server(),
            request.server(),
            scripts,
            request.server(),
            "Tuguan 圖館",
            request.say("本頁的其他形式", "Other forms of this page"),
            request.here(Map.of("f", "html", "lang", english ? "zh-TW" : "en")),
            english ? "zh-TW" : "en",
            english ? "zh-TW" : "en",
            english ? "中文" : "English",
            request.here(Map.of("f", "json")),
            request.say("所在位置", "You are here"),
            crumbs,
            title,
            body)
        .markup();
  }
}

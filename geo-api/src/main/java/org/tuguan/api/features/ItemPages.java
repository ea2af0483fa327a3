package org.tuguan.api.features;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.tuguan.api.usage.UsageNotes;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;

/** Features as pages: a map, a table, the way to the next page. */
final class ItemPages {
  private final OgcRequest request;
  private final Layer layer;
  private final FeatureType type;
  private final CollectionPages frame;

  ItemPages(OgcRequest request, Catalog catalog, Layer layer) {
    this.request = request;
    this.layer = layer;
    this.type = Collections.table(layer).type();
    this.frame = new CollectionPages(request, catalog);
  }

  private String address() {
    return request.collection(layer.name()) + "/items";
  }

  private Page page() {
    return frame.page(layer).crumb(request.say("圖徵", "Features"), address()).withMap();
  }

  /** Keeps the rows of the page in memory; {@link ItemsParser#LARGEST_TABLE} bounds them. */
  String items(ItemsRequest items, Stream<Feature> features, OptionalLong matched) {
    List<Feature> rows = new ArrayList<>();
    Iterator<Feature> found = features.iterator();
    while (rows.size() < items.limit() && found.hasNext()) {
      rows.add(found.next());
    }
    UsageNotes.counted(layer.name(), rows.size());
    Html next = Html.NOTHING;
    if (found.hasNext()) {
      Link link = new ItemsDocument(request, type).next(items, rows.get(rows.size() - 1).id());
      next =
          Html.of(
              "<a class=\"button\" rel=\"next\" href=\"{}\">{}</a>",
              link.href(),
              request.say("下一頁", "Next page"));
    }
    Html body =
        Html.of(
            """
            {}<p role="status">{}</p>
            {}{}<p class="buttons">{}{}</p>
            """,
            form(),
            count(rows.size(), matched),
            map(
                request.here(
                    Map.of("f", "json", "crs", "", "limit", Integer.toString(items.limit())))),
            table(items, rows),
            items.after().isPresent() ? first() : Html.NOTHING,
            next);
    return page().render(request.say(layer.title()), body);
  }

  /** The form again, with what is wrong in it. */
  String refused(String message) {
    Html body = Html.of("{}<p class=\"refused\" role=\"alert\">{}</p>", form(), message);
    return page().render(request.say(layer.title()), body);
  }

  private Html first() {
    return Html.of(
        "<a class=\"button\" href=\"{}\">{}</a> ",
        request.here(Map.of("cursor", "")),
        request.say("第一頁", "First page"));
  }

  private String count(int shown, OptionalLong matched) {
    if (matched.isEmpty()) {
      return request.say("本頁 " + shown + " 筆", shown + " features here");
    }
    String all = String.format(Locale.ROOT, "%,d", matched.getAsLong());
    return request.say(
        "本頁 " + shown + " 筆，共 " + all + " 筆", shown + " features here, " + all + " in all");
  }

  private Html form() {
    return Html.of(
        """
        <form class="query" method="get" action="{}"><input type="hidden" name="f" value="html">{}
        <label for="filter">{}</label>
        <input id="filter" name="filter" type="text" value="{}" placeholder="{}" spellcheck="false">
        <button class="button primary" type="submit">{}</button>
        <a href="{}">{}</a></form>
        """,
        address(),
        request
            .parameter("lang")
            .map(lang -> Html.of("<input type=\"hidden\" name=\"lang\" value=\"{}\">", lang))
            .orElse(Html.NOTHING),
        request.say("CQL2 條件", "CQL2 filter"),
        request.parameter("filter").orElse(""),
        placeholder(),
        request.say("查詢", "Search"),
        Page.address(request, request.collection(layer.name()) + "/queryables"),
        request.say("可查詢欄位", "Queryables"));
  }

  private String placeholder() {
    return layer
        .placeName()
        .filter(name -> type.position(name) >= 0)
        .map(name -> name + " LIKE '中%'")
        .orElse("");
  }

  private Html map(String geojson) {
    return Html.of(
        """
        <div id="map" class="map" role="img" aria-label="{}" data-server="{}" data-features="{}" data-items="{}"></div>
        """,
        request.say("這些圖徵的位置", "Where these features are"),
        request.server(),
        geojson,
        address());
  }

  private Html table(ItemsRequest items, List<Feature> rows) {
    List<Attribute> columns =
        type.attributes().stream()
            .filter(
                each -> items.properties().map(wanted -> wanted.contains(each.name())).orElse(true))
            .toList();
    return Html.of(
        """
        <div class="scroll"><table><thead><tr><th>id</th>{}</tr></thead><tbody>{}</tbody></table></div>
        """,
        columns.stream().map(each -> Html.of("<th>{}</th>", each.name())).toList(),
        rows.stream().map(feature -> row(feature, columns)).toList());
  }

  private Html row(Feature feature, List<Attribute> columns) {
    return Html.of(
        "<tr><td><a href=\"{}\">{}</a></td>{}</tr>\n",
        Page.address(request, address() + "/" + OgcRequest.segment(feature.id())),
        feature.id(),
        columns.stream()
            .map(each -> Html.of("<td>{}</td>", shown(feature.value(each.name()))))
            .toList());
  }

  private static String shown(Object value) {
    return value == null ? "" : value.toString();
  }

  String item(Feature feature) {
    List<Html> rows =
        type.attributes().stream()
            .map(
                each ->
                    Html.of(
                        "<tr><th scope=\"row\">{}</th><td>{}</td></tr>",
                        each.name(),
                        shown(feature.value(each.name()))))
            .toList();
    Html body =
        Html.of(
            "{}<div class=\"scroll\"><table class=\"facts\"><tbody>{}</tbody></table></div>",
            map(request.here(Map.of("f", "json", "crs", ""))),
            rows);
    return page()
        .crumb(feature.id(), address() + "/" + OgcRequest.segment(feature.id()))
        .render(title(feature), body);
  }

  private String title(Feature feature) {
    return layer
        .placeName()
        .map(feature::value)
        .map(Object::toString)
        .orElse(request.say(layer.title()) + " " + feature.id());
  }
}

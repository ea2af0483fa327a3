package org.tuguan.api.features;

import java.util.List;
import java.util.Map;

/** The OpenAPI document for people: every address with its parameters. */
final class ApiPage {
  private final OgcRequest request;

  ApiPage(OgcRequest request) {
    this.request = request;
  }

  String render(Map<String, Object> document) {
    Map<?, ?> components = (Map<?, ?>) document.get("components");
    Map<?, ?> shared = (Map<?, ?>) components.get("parameters");
    List<Html> paths =
        ((Map<?, ?>) document.get("paths"))
            .entrySet().stream()
                .map(each -> path((String) each.getKey(), (Map<?, ?>) each.getValue(), shared))
                .toList();
    String title = request.say("介面說明", "API definition");
    Html body =
        Html.of(
            "<p>{} <a href=\"{}\">OpenAPI 3.0 (JSON)</a></p>{}",
            request.say(
                "每個位址都以 GET 取用，可直接在瀏覽器試用。機器可讀的說明：",
                "Every address answers GET and can be tried in the browser. For machines:"),
            request.root() + "/api",
            paths);
    return new Page(request).crumb(title, request.root() + "/api.html").render(title, body);
  }

  private Html path(String path, Map<?, ?> item, Map<?, ?> shared) {
    Map<?, ?> operation = (Map<?, ?>) item.get("get");
    List<Html> rows =
        ((List<?>) operation.get("parameters"))
            .stream().map(each -> parameter((Map<?, ?>) each, shared)).toList();
    return Html.of(
        """
        <details><summary><code>/ogc{}</code> <span>{}</span></summary>
        {}<div class="scroll"><table><thead><tr><th>{}</th><th>{}</th><th>{}</th></tr></thead>
        <tbody>{}</tbody></table></div></details>
        """,
        path,
        operation.get("summary"),
        path.contains("{") ? Html.NOTHING : tryIt(path),
        request.say("參數", "Parameter"),
        request.say("型別", "Type"),
        request.say("說明", "Meaning"),
        rows);
  }

  private Html tryIt(String path) {
    String address = request.root() + (path.equals("/") ? "" : encoded(path));
    return Html.of(
        "<p><a href=\"{}\">{}</a></p>", Page.address(request, address), request.say("開啟", "Open"));
  }

  private static String encoded(String path) {
    StringBuilder encoded = new StringBuilder();
    for (String segment : path.substring(1).split("/")) {
      encoded.append('/').append(OgcRequest.segment(segment));
    }
    return encoded.toString();
  }

  private static Html parameter(Map<?, ?> parameter, Map<?, ?> shared) {
    String ref = (String) parameter.get("$ref");
    Map<?, ?> full =
        ref == null ? parameter : (Map<?, ?>) shared.get(ref.substring(ref.lastIndexOf('/') + 1));
    Map<?, ?> schema = (Map<?, ?>) full.get("schema");
    Object values = schema.get("enum");
    return Html.of(
        "<tr><td><code>{}</code></td><td>{}</td><td>{}{}</td></tr>",
        full.get("name"),
        schema.get("type"),
        full.get("description"),
        values == null ? "" : ": " + values);
  }
}

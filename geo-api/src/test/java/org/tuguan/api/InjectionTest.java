package org.tuguan.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tuguan.api.keys.Node;
import org.tuguan.api.security.Browser;
import org.tuguan.core.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends nasty text in every parameter, path segment and member of every address that there is, as
 * an administrator, who gets furthest: nothing may fail inside, tell of the inside, or come back as
 * markup.
 */
class InjectionTest {
  private static final List<String> NASTY =
      List.of(
          "'",
          "' OR '1'='1",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "a\r\nX-Injected: 1",
          "../../../etc/passwd",
          "\u0000",
          "999999999999999999999999999",
          "-1",
          "NaN",
          "1e309",
          "${jndi:ldap://127.0.0.1/x}",
          "{\"a\":[1",
          "\uD83D\uDE00\u202E",
          "A".repeat(5000));

  /** Percent codes that are no text. */
  private static final String BROKEN = "%ff%fe";

  private static final Pattern INSIDE =
      Pattern.compile(
          "\tat |java\\.lang\\.|org\\.(postgresql|springframework|tuguan)\\.|PSQLException|SQLSTATE|SQL \\[|syntax error at"
              + "|unterminated quoted|invalid input syntax for|violates .* constraint|relation \"");
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("layers", "trees"),
          Map.entry("layer", "trees"),
          Map.entry("name", "trees"),
          Map.entry("collectionId", "trees"),
          Map.entry("featureId", "1"),
          Map.entry("style", "plain"),
          Map.entry("set", "WebMercatorQuad"),
          Map.entry("matrix", "10"),
          Map.entry("z", "10"),
          Map.entry("x", "855"),
          Map.entry("column", "855"),
          Map.entry("row", "441"),
          Map.entry("file", "441.png"),
          Map.entry("format", "geojson"),
          Map.entry("id", "1"));

  /** Parameters that are read without being declared. */
  private static final Map<String, List<String>> READ =
      Map.of(
          "/wmts",
          List.of(
              "SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=trees&STYLE=plain&FORMAT=image/png&TILEMATRIXSET="
                  + "WebMercatorQuad&TILEMATRIX=10&TILEROW=441&TILECOL=855",
              "SERVICE=WMTS&REQUEST=GetCapabilities&ACCEPTVERSIONS=1.0.0&SECTIONS=Contents&UPDATESEQUENCE=1"),
          "/wms",
          List.of(
              "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=trees&STYLES=&CRS=EPSG:3857&BBOX=13420000,2770000,13440000,"
                  + "2790000&WIDTH=64&HEIGHT=64&FORMAT=image/png&TRANSPARENT=TRUE&BGCOLOR=0xFFFFFF&EXCEPTIONS=XML&TIME="
                  + "2026&ELEVATION=0&SLD=x&SLD_BODY=x&CQL_FILTER=INCLUDE&DPI=96&FORMAT_OPTIONS=a:b&LANGUAGE=en",
              "SERVICE=WMS&VERSION=1.1.1&REQUEST=GetFeatureInfo&LAYERS=trees&QUERY_LAYERS=trees&STYLES=&SRS=EPSG:4326"
                  + "&BBOX=120,24,121,25&WIDTH=64&HEIGHT=64&X=1&Y=1&INFO_FORMAT=text/html&FEATURE_COUNT=3",
              "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=trees&STYLE=plain&FORMAT=image/png&WIDTH=20"
                  + "&HEIGHT=20&RULE=x&SCALE=1000&LEGEND_OPTIONS=a:b",
              "SERVICE=WMS&VERSION=1.1.1&REQUEST=DescribeLayer&LAYERS=trees",
              "SERVICE=WMS&VERSION=1.1.1&REQUEST=GetStyles&LAYERS=trees",
              "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities&UPDATESEQUENCE=1&ACCEPTVERSIONS=1"),
          "/ogc/collections/{collectionId}/items",
          List.of(
              "f=html&lang=en&limit=3&bbox=120,24,121,25&bbox-crs=x&crs=x&datetime=2026&filter=id=1&filter-lang=cql2-text"
                  + "&filter-crs=x&properties=name&sortby=name&cursor=x&offset=1&name=tree",
              "f=json&filter=id=1&name=x"),
          "/ogc/collections/{collectionId}/items/{featureId}",
          List.of("f=html&crs=x&lang=x"),
          "/ogc/collections",
          List.of("f=html&lang=x&limit=1"),
          "/ogc",
          List.of("f=html&lang=x"),
          "/tiles/{layers}.json",
          List.of("format=mvt"),
          "/api/v1/places",
          List.of("q=tree&limit=3&layer=trees&layers=trees"));

  private static TestDatabase database;
  private static Node node;
  private static HttpClient client;
  private static String session;
  private static String token;
  private final JsonMapper json = new JsonMapper();
  private final Map<String, String> faults = new TreeMap<>();
  private int sent;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    node = Node.start(database, "--logging.level.org.tuguan=off");
    node.fill(database);
    client = HttpClient.newHttpClient();
    Browser browser = new Browser(URI.create(node.base()).getPort());
    assertThat(browser.signIn("admin", "demo-admin").status()).isEqualTo(204);
    browser.get("/api/v1/session");
    session = browser.cookie("TUGUAN_SESSION").orElseThrow();
    token = browser.cookie("XSRF-TOKEN").orElseThrow();
  }

  @AfterAll
  static void stop() {
    node.close();
    database.close();
  }

  @Test
  void nastyTextIsRefusedOrTakenAsTextEverywhere() {
    node.part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              for (String pattern : info.getPatternValues()) {
                for (String method : methods(info)) {
                  attack(method, pattern, handler);
                }
              }
            });
    assertThat(sent).isGreaterThan(2000);
    assertThat(faults).isEmpty();
  }

  private static List<String> methods(RequestMappingInfo info) {
    List<String> methods =
        info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
    return methods.isEmpty() ? List.of("GET") : methods;
  }

  private void attack(String method, String pattern, HandlerMethod handler) {
    boolean endless = pattern.equals("/api/v1/changes");
    boolean suicide = method.equals("DELETE") && !pattern.contains("{");
    boolean locking =
        pattern.startsWith("/api/v1/account") || pattern.startsWith("/api/v1/session");
    if (endless || suicide || locking || !pattern.startsWith("/")) {
      return;
    }
    List<String> queries = queries(pattern, handler);
    for (String value : values()) {
      attackPath(method, pattern, queries.get(0), value);
      queries.forEach(query -> attackQuery(method, path(pattern, "", ""), query, value));
    }
    attackBody(method, path(pattern, "", ""), handler);
  }

  private static List<String> values() {
    List<String> values = new ArrayList<>();
    NASTY.forEach(each -> values.add(encoded(each)));
    values.add(BROKEN);
    return values;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static List<String> queries(String pattern, HandlerMethod handler) {
    Set<String> declared = new LinkedHashSet<>();
    for (Parameter each : handler.getMethod().getParameters()) {
      Optional.ofNullable(each.getAnnotation(RequestParam.class))
          .map(RequestParam::name)
          .filter(name -> !name.isEmpty())
          .ifPresent(name -> declared.add(name + "=1"));
    }
    List<String> queries = new ArrayList<>(READ.getOrDefault(pattern, List.of()));
    queries.add(String.join("&", declared));
    return queries;
  }

  /** With one variable replaced, the others as usual. */
  private static String path(String pattern, String variable, String value) {
    Matcher matcher = VARIABLE.matcher(pattern.replace("/**", ""));
    return matcher.replaceAll(
        each ->
            Matcher.quoteReplacement(
                each.group(1).equals(variable)
                    ? value
                    : USUAL.getOrDefault(each.group(1), "nothing")));
  }

  private void attackPath(String method, String pattern, String query, String value) {
    VARIABLE
        .matcher(pattern)
        .results()
        .forEach(
            each ->
                send(method, path(pattern, each.group(1), value) + "?" + query, Optional.empty()));
  }

  private void attackQuery(String method, String path, String query, String value) {
    if (query.isEmpty() || method.equals("DELETE")) {
      return;
    }
    String[] pairs = query.split("&");
    for (int i = 0; i < pairs.length; i++) {
      String[] attacked = pairs.clone();
      attacked[i] = pairs[i].substring(0, pairs[i].indexOf('=') + 1) + value;
      send(method, path + "?" + String.join("&", attacked), Optional.empty());
    }
  }

  private void attackBody(String method, String path, HandlerMethod handler) {
    for (Parameter each : handler.getMethod().getParameters()) {
      if (each.isAnnotationPresent(RequestBody.class)) {
        for (String value : NASTY) {
          send(method, path, Optional.of(value));
          if (each.getType().isRecord()) {
            members(each.getType(), value).forEach(body -> send(method, path, Optional.of(body)));
          }
        }
      }
    }
  }

  private List<String> members(Class<?> type, String value) {
    List<String> bodies = new ArrayList<>();
    Map<String, Object> all = new LinkedHashMap<>();
    for (RecordComponent each : type.getRecordComponents()) {
      String name = each.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
      bodies.add(json.writeValueAsString(Map.of(name, value)));
      bodies.add(json.writeValueAsString(Map.of(name, List.of(value))));
      all.put(name, value);
    }
    bodies.add(json.writeValueAsString(all));
    return bodies;
  }

  private void send(String method, String address, Optional<String> body) {
    sent++;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node.base() + address))
            .timeout(Duration.ofSeconds(20))
            .headers(
                "Cookie",
                "TUGUAN_SESSION=%s; XSRF-TOKEN=%s".formatted(session, token),
                "X-XSRF-TOKEN",
                token)
            .header("Content-Type", "application/json")
            .method(
                method,
                body.map(HttpRequest.BodyPublishers::ofString)
                    .orElse(HttpRequest.BodyPublishers.noBody()));
    try {
      judge(
          method + " " + address + body.map(each -> " " + each).orElse(""),
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (IOException | InterruptedException e) {
      fault(method + " " + address, e.toString());
    }
  }

  private void judge(String request, HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (response.statusCode() >= 500) {
      fault(request, response.statusCode() + " " + response.body());
    }
    if (response.headers().firstValue("X-Injected").isPresent()) {
      fault(request, "a header was injected");
    }
    boolean document = type.startsWith("text/") || type.contains("json") || type.contains("xml");
    if (document && INSIDE.matcher(response.body()).find()) {
      fault(request, "tells of the inside: " + response.body());
    }
    boolean markup = type.contains("html") || type.contains("xml") || type.contains("svg");
    if (markup
        && (response.body().contains("<script>alert(1)")
            || response.body().contains("<img src=x onerror"))) {
      fault(request, "comes back as markup: " + response.body());
    }
  }

  private void fault(String request, String what) {
    faults.put(shortened(request), shortened(what));
  }

  private static String shortened(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}

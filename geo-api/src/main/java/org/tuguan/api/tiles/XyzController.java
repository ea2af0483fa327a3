package org.tuguan.api.tiles;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import org.tuguan.api.BaseUrl;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.tile.TileCoord;
import org.tuguan.core.tile.TileMatrixSet;

/** {@code /tiles}: the addresses that web maps are used to, in web Mercator, and TileJSON. */
@RestController
class XyzController {
  /** Row, dense or not, format. */
  private static final Pattern FILE = Pattern.compile("([^.@]+)(@2x)?\\.([a-z]+)");

  private final CatalogStore catalogs;
  private final TileLayers layers;
  private final Tiles tiles;
  private final TileAnswers answers;

  XyzController(CatalogStore catalogs, TileLayers layers, Tiles tiles, TileAnswers answers) {
    this.catalogs = catalogs;
    this.layers = layers;
    this.tiles = tiles;
    this.answers = answers;
  }

  /**
   * What may stand behind the question mark. Read by hand: binding costs as much as all else.
   *
   * @param properties names of attributes of a vector tile, between commas
   */
  record Options(Optional<String> style, Optional<String> lang, Optional<String> properties) {
    static final Options NONE = new Options(Optional.empty(), Optional.empty(), Optional.empty());

    static Options of(HttpServletRequest http) {
      return new Options(
          Optional.ofNullable(http.getParameter("style")),
          Optional.ofNullable(http.getParameter("lang")),
          Optional.ofNullable(http.getParameter("properties")));
    }

    Optional<List<String>> attributes() {
      return properties.map(text -> List.of(text.split(",")));
    }

    Locale locale() {
      return lang.map(Locale::forLanguageTag).orElse(Locale.TAIWAN);
    }
  }

  @GetMapping("/tiles/{layers}/{z}/{x}/{file}")
  ResponseEntity<byte[]> tile(
      @PathVariable("layers") String names,
      @PathVariable("z") String z,
      @PathVariable("x") String x,
      @PathVariable("file") String file,
      HttpServletRequest http)
      throws Exception {
    TileRequest request = parse(new XyzPath(names, z, x, file), Options.of(http));
    request.note("XYZ");
    return answers.answer(request, tiles.get(request), http.getHeader(HttpHeaders.ACCEPT_ENCODING));
  }

  /** What is asked for, as those may see it who ask. */
  TileRequest parse(XyzPath path, Options options) {
    Matcher matcher = FILE.matcher(path.file());
    if (!matcher.matches()) {
      throw unknownFormat(path.file());
    }
    TileFormat format = format(matcher.group(3));
    List<TileLayer> chosen =
        layers.parse(catalogs.catalog(), format.right(), path.layers(), options.style());
    TileCoord coord =
        TileNumbers.coord(TileMatrixSet.WEB_MERCATOR_QUAD, path.z(), path.x(), matcher.group(1));
    int ratio = matcher.group(2) == null ? 1 : 2;
    return new TileRequest(chosen, coord, format, ratio, options.locale(), options.attributes());
  }

  private static TileFormat format(String extension) {
    return TileFormat.findExtension(extension).orElseThrow(() -> unknownFormat(extension));
  }

  private static RequestException unknownFormat(String text) {
    return new RequestException(
        Fault.NOT_FOUND,
        "format",
        "%s: a tile is called {y}.png, {y}@2x.png, {y}.jpg or {y}.mvt"
            .formatted(RequestException.quote(text)));
  }

  /**
   * @param format of the tiles it describes: an extension
   */
  @GetMapping("/tiles/{layers}.json")
  ResponseEntity<Map<String, Object>> tileJson(
      @PathVariable("layers") String names,
      @RequestParam(name = "format", defaultValue = "png") String format,
      HttpServletRequest http) {
    Options options = Options.of(http);
    TileFormat wanted = format(format);
    List<TileLayer> chosen =
        layers.parse(catalogs.catalog(), wanted.right(), names, options.style());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noCache())
        .body(
            new TileJson(chosen, options.locale())
                .document(address(http, names, wanted, options), wanted, options.attributes()));
  }

  private static String address(
      HttpServletRequest http, String names, TileFormat format, Options options) {
    StringBuilder query = new StringBuilder();
    options.style().ifPresent(style -> append(query, "style", style));
    options.lang().ifPresent(lang -> append(query, "lang", lang));
    options.properties().ifPresent(properties -> append(query, "properties", properties));
    return "%s/tiles/%s/{z}/{x}/{y}.%s%s"
        .formatted(
            BaseUrl.of(http),
            UriUtils.encodePathSegment(names, StandardCharsets.UTF_8),
            format.extension(),
            query);
  }

  private static void append(StringBuilder query, String name, String value) {
    query
        .append(query.length() == 0 ? '?' : '&')
        .append(name)
        .append('=')
        .append(UriUtils.encodeQueryParam(value, StandardCharsets.UTF_8));
  }
}

package org.tuguan.api.features;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.util.UriUtils;
import org.tuguan.api.BaseUrl;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * A request to {@code /ogc}: its parameters, each known and given once, the form and the language
 * of the answer, and the address of this and of neighbouring resources.
 */
public final class OgcRequest {
  /** Understood everywhere: form and language of the answer. */
  static final Set<String> EVERYWHERE = Set.of("f", "lang");

  private final String server;
  private final String path;
  private final Map<String, String> parameters;
  private final boolean html;
  private final Locale locale;

  private OgcRequest(HttpServletRequest http, Map<String, String> parameters) {
    this.server = BaseUrl.of(http);
    this.path = http.getRequestURI().substring(http.getContextPath().length());
    this.parameters = parameters;
    this.html = html(http, parameters.get("f"));
    this.locale = locale(http, parameters.get("lang"));
  }

  /** Of a resource without parameters of its own. */
  public static OgcRequest of(HttpServletRequest http) {
    return of(http, EVERYWHERE);
  }

  /**
   * @param allowed names of all parameters; any other is a fault (OGC 17-069r4, requirement
   *     /req/core/query-param-unknown)
   */
  static OgcRequest of(HttpServletRequest http, Set<String> allowed) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, String[]> each : http.getParameterMap().entrySet()) {
      String name = each.getKey();
      if (!allowed.contains(name)) {
        throw new RequestException(
            Fault.INVALID_PARAMETER,
            name,
            "there is no parameter %s here; allowed are %s"
                .formatted(
                    RequestException.quote(name), String.join(", ", new TreeSet<>(allowed))));
      }
      if (each.getValue().length > 1) {
        throw new RequestException(
            Fault.INVALID_PARAMETER, name, "parameter " + name + " may be given once only");
      }
      parameters.put(name, each.getValue()[0]);
    }
    return new OgcRequest(http, parameters);
  }

  private static boolean html(HttpServletRequest http, String f) {
    if (f != null) {
      return switch (f) {
        case "json" -> false;
        case "html" -> true;
        default -> throw RequestException.invalid("f", f, "allowed are json and html");
      };
    }
    for (MediaType accepted : accepted(http)) {
      if (accepted.isWildcardType() || accepted.getSubtype().endsWith("json")) {
        return false;
      }
      if (accepted.isCompatibleWith(MediaType.TEXT_HTML)) {
        return true;
      }
    }
    return false;
  }

  private static List<MediaType> accepted(HttpServletRequest http) {
    try {
      List<MediaType> types = MediaType.parseMediaTypes(http.getHeader(HttpHeaders.ACCEPT));
      MimeTypeUtils.sortBySpecificity(types);
      return types;
    } catch (InvalidMediaTypeException e) {
      return List.of();
    }
  }

  private static Locale locale(HttpServletRequest http, String lang) {
    if (lang != null) {
      return Locale.forLanguageTag(lang).getLanguage().equals("en")
          ? Locale.ENGLISH
          : Locale.TAIWAN;
    }
    boolean said = http.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
    return said && !http.getLocale().getLanguage().equals("zh") ? Locale.ENGLISH : Locale.TAIWAN;
  }

  /** True for a page to look at, false for a document to compute with. */
  boolean html() {
    return html;
  }

  Locale locale() {
    return locale;
  }

  public String say(LocalText text) {
    return text.in(locale);
  }

  public String say(String zh, String en) {
    return say(new LocalText(zh, en));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  Map<String, String> parameters() {
    return parameters;
  }

  /** Root of the server, without a slash at the end. */
  String server() {
    return server;
  }

  /** The address of the API, without a slash at the end. */
  public String root() {
    return server + "/ogc";
  }

  public String collection(String name) {
    return root() + "/collections/" + segment(name);
  }

  public static String segment(String name) {
    return UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
  }

  /** This address with other values of some parameters; an empty value leaves one out. */
  String here(Map<String, String> changes) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.putAll(changes);
    all.values().removeIf(String::isEmpty);
    if (all.isEmpty()) {
      return server + path;
    }
    StringJoiner query = new StringJoiner("&", server + path + "?", "");
    all.forEach((name, value) -> query.add(encode(name) + "=" + encode(value)));
    return query.toString();
  }

  /** Commas, colons and slashes stay as they are written in examples and by clients. */
  private static String encode(String text) {
    return UriUtils.encodeQueryParam(text, StandardCharsets.UTF_8).replace("+", "%2B");
  }

  /**
   * The links to this document and to its other form.
   *
   * @param json media type of the form that is not HTML
   */
  List<Link> selfAndAlternate(String json) {
    String self = here(Map.of());
    return html
        ? List.of(
            Link.of(self, "self", MediaTypes.HTML),
            Link.of(here(Map.of("f", "json")), "alternate", json))
        : List.of(
            Link.of(self, "self", json),
            Link.of(here(Map.of("f", "html")), "alternate", MediaTypes.HTML));
  }
}

package org.tuguan.api.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;

/**
 * The description of the API in OpenAPI 3.0: one document without references to others, with the
 * paths of every collection spelled out.
 */
final class OpenApi {
  private final OgcRequest request;
  private final int largestLimit;
  private final List<OgcPart> parts;

  OpenApi(OgcRequest request, int largestLimit, List<OgcPart> parts) {
    this.request = request;
    this.largestLimit = largestLimit;
    this.parts = parts;
  }

  Map<String, Object> document(String title, List<Layer> layers) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.0.3");
    document.put(
        "info",
        object(
            "title", title,
            "version", "1.0.0",
            "description",
                "OGC API Features 1.0: Core, GeoJSON, HTML, CRS, CQL2 filters; OGC API Tiles 1.0"));
    document.put("servers", List.of(object("url", request.root())));
    document.put("paths", paths(layers));
    document.put("components", object("parameters", parameters(), "schemas", schemas()));
    return document;
  }

  private Map<String, Object> paths(List<Layer> layers) {
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put(
        "/", path("landingPage", request.say("首頁", "Landing page"), MediaTypes.JSON, List.of()));
    paths.put(
        "/conformance",
        path("conformance", request.say("符合的標準", "Conformance"), MediaTypes.JSON, List.of()));
    paths.put(
        "/collections",
        path("collections", request.say("圖層", "Collections"), MediaTypes.JSON, List.of()));
    for (Layer layer : layers) {
      String name = layer.name();
      String title = request.say(layer.title());
      String path = "/collections/" + name;
      paths.put(path, path("collection." + name, title, MediaTypes.JSON, List.of()));
      paths.put(
          path + "/queryables", path("queryables." + name, title, MediaTypes.SCHEMA, List.of()));
      paths.put(
          path + "/items",
          path("items." + name, title, MediaTypes.GEOJSON, itemsParameters(layer)));
      paths.put(
          path + "/items/{featureId}",
          path("item." + name, title, MediaTypes.GEOJSON, refs("featureId", "crs")));
    }
    parts.forEach(part -> paths.putAll(part.paths(request)));
    return paths;
  }

  private static Map<String, Object> path(
      String id, String summary, String json, List<Object> own) {
    List<Object> parameters = new ArrayList<>(own);
    parameters.addAll(refs("f", "lang"));
    Map<String, Object> responses =
        object(
            "200",
            object(
                "description",
                summary,
                "content",
                object(
                    json,
                    object("schema", object("type", "object")),
                    MediaTypes.HTML,
                    object("schema", object("type", "string")))),
            "default",
            object(
                "description",
                "A fault, with the parameter it is about",
                "content",
                object("application/problem+json", object("schema", ref("schemas", "problem")))));
    return object(
        "get",
        object(
            "operationId", id,
            "summary", summary,
            "parameters", parameters,
            "responses", responses));
  }

  private static List<Object> itemsParameters(Layer layer) {
    List<Object> parameters =
        new ArrayList<>(
            refs(
                "limit",
                "bbox",
                "bbox-crs",
                "datetime",
                "crs",
                "properties",
                "filter",
                "filter-lang",
                "filter-crs",
                "cursor"));
    for (Attribute attribute : Collections.table(layer).type().attributes()) {
      if (!ItemsParser.PARAMETERS.contains(attribute.name())) {
        parameters.add(
            query(
                attribute.name(), "Features with this value", Queryables.value(attribute.type())));
      }
    }
    return parameters;
  }

  private Map<String, Object> parameters() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("f", query("f", "Form of the answer", choice("json", "html")));
    all.put("lang", query("lang", "Language of the answer", choice("zh-TW", "en")));
    all.put(
        "limit",
        query(
            "limit",
            "Features on a page",
            object(
                "type",
                "integer",
                "minimum",
                1,
                "maximum",
                largestLimit,
                "default",
                Math.min(ItemsParser.USUAL_LIMIT, largestLimit))));
    all.put(
        "bbox",
        query(
            "bbox",
            "Lower left and upper right corner, with or without heights",
            object(
                "type", "array", "minItems", 4, "maxItems", 6, "items", object("type", "number"))));
    all.put("bbox-crs", query("bbox-crs", "System of bbox", uri()));
    all.put(
        "datetime",
        query("datetime", "An instant or a period (RFC 3339)", object("type", "string")));
    all.put("crs", query("crs", "System of the coordinates in the answer", uri()));
    all.put(
        "properties",
        query(
            "properties",
            "Attributes to be written",
            object("type", "array", "items", object("type", "string"))));
    all.put("filter", query("filter", "A condition in CQL2", object("type", "string")));
    Map<String, Object> languages = choice("cql2-text", "cql2-json");
    languages.put("default", "cql2-text");
    all.put("filter-lang", query("filter-lang", "Notation of filter", languages));
    all.put("filter-crs", query("filter-crs", "System of geometries in filter", uri()));
    all.put("cursor", query("cursor", "From the link next", object("type", "string")));
    all.put(
        "featureId",
        object(
            "name", "featureId",
            "in", "path",
            "description", "Id of a feature",
            "required", true,
            "schema", object("type", "string")));
    return all;
  }

  private static Map<String, Object> query(
      String name, String description, Map<String, Object> schema) {
    return object(
        "name",
        name,
        "in",
        "query",
        "description",
        description,
        "required",
        false,
        "style",
        "form",
        "explode",
        false,
        "schema",
        schema);
  }

  private static Map<String, Object> uri() {
    return object("type", "string", "format", "uri", "default", Crs.CRS84.uri());
  }

  private static Map<String, Object> choice(String... values) {
    return object("type", "string", "enum", List.of(values));
  }

  private static Map<String, Object> schemas() {
    Map<String, Object> text = object("type", "string");
    return object(
        "problem",
        object(
            "type",
            "object",
            "properties",
            object(
                "title", text,
                "status", object("type", "integer"),
                "detail", text,
                "fault", text,
                "parameter", text)));
  }

  private static List<Object> refs(String... names) {
    List<Object> refs = new ArrayList<>();
    for (String name : names) {
      refs.add(ref("parameters", name));
    }
    return refs;
  }

  private static Map<String, Object> ref(String kind, String name) {
    return object("$ref", "#/components/" + kind + "/" + name);
  }

  private static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }
}

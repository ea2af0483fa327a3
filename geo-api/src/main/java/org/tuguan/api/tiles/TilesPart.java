package org.tuguan.api.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tuguan.api.features.Link;
import org.tuguan.api.features.MediaTypes;
import org.tuguan.api.features.OgcPart;
import org.tuguan.api.features.OgcRequest;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.tile.TileMatrixSet;

/** OGC API Tiles in the documents of the API. */
@Component
class TilesPart implements OgcPart {
  private static final String TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";

  @Override
  public List<String> conformance() {
    return List.of(
        TILES + "core",
        TILES + "tileset",
        TILES + "tilesets-list",
        TILES + "dataset-tilesets",
        TILES + "geodata-tilesets",
        TILES + "oas30",
        TILES + "png",
        TILES + "mvt");
  }

  @Override
  public List<Link> links(OgcRequest request) {
    List<Link> links = new ArrayList<>(tilesets(request, request.root()));
    links.add(
        new Link(
            request.root() + "/tileMatrixSets",
            "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes",
            MediaTypes.JSON,
            request.say("圖磚矩陣集", "Tile matrix sets")));
    return links;
  }

  @Override
  public List<Link> links(OgcRequest request, Layer layer) {
    return tilesets(request, request.collection(layer.name()));
  }

  private static List<Link> tilesets(OgcRequest request, String address) {
    List<Link> links = new ArrayList<>();
    for (TilesetKind kind : TilesetKind.values()) {
      links.add(
          new Link(
              address + kind.path(), kind.relation(), MediaTypes.JSON, request.say(kind.title())));
    }
    return links;
  }

  @Override
  public Map<String, Object> paths(OgcRequest request) {
    Map<String, Object> paths = new LinkedHashMap<>();
    String sets = request.say("圖磚矩陣集", "Tile matrix sets");
    paths.put("/tileMatrixSets", operation("tileMatrixSets", sets, MediaTypes.JSON));
    paths.put(
        "/tileMatrixSets/{tileMatrixSetId}",
        operation("tileMatrixSet", sets, MediaTypes.JSON, "tileMatrixSetId"));
    for (TilesetKind kind : TilesetKind.values()) {
      String title = request.say(kind.title());
      paths.putAll(paths(kind, title, "", "dataset"));
      paths.putAll(paths(kind, title, "/collections/{collectionId}", "collection"));
    }
    return paths;
  }

  private static Map<String, Object> paths(
      TilesetKind kind, String title, String above, String owner) {
    String path = above + kind.path();
    String id = owner + "." + kind.name().toLowerCase(Locale.ROOT);
    List<String> names = new ArrayList<>();
    if (!above.isEmpty()) {
      names.add("collectionId");
    }
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put(path, operation(id + ".getTileSetsList", title, MediaTypes.JSON, array(names)));
    names.add("tileMatrixSetId");
    paths.put(
        path + "/{tileMatrixSetId}",
        operation(id + ".getTileSet", title, MediaTypes.JSON, array(names)));
    names.addAll(List.of("tileMatrix", "tileRow", "tileCol"));
    paths.put(
        path + "/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
        operation(id + ".getTile", title, kind.format().mediaType(), array(names)));
    return paths;
  }

  private static String[] array(List<String> names) {
    return names.toArray(String[]::new);
  }

  private static Map<String, Object> operation(
      String id, String summary, String mediaType, String... parameters) {
    Map<String, Object> schema =
        mediaType.equals(MediaTypes.JSON)
            ? Map.of("type", "object")
            : Map.of("type", "string", "format", "binary");
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put(
        "200",
        Map.of("description", summary, "content", Map.of(mediaType, Map.of("schema", schema))));
    responses.put(
        "default",
        Map.of(
            "description",
            "A fault, with the parameter it is about",
            "content",
            Map.of(
                "application/problem+json",
                Map.of("schema", Map.of("$ref", "#/components/schemas/problem")))));
    Map<String, Object> get = new LinkedHashMap<>();
    get.put("operationId", id);
    get.put("summary", summary);
    get.put("parameters", List.of(parameters).stream().map(TilesPart::parameter).toList());
    get.put("responses", responses);
    return Map.of("get", get);
  }

  private static Map<String, Object> parameter(String name) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", "path");
    parameter.put("required", true);
    parameter.put("description", "As the documents above it list them");
    parameter.put(
        "schema",
        name.equals("tileMatrixSetId")
            ? Map.of(
                "type",
                "string",
                "enum",
                TileMatrixSet.listAll().stream().map(TileMatrixSet::id).toList())
            : Map.of("type", "string"));
    return parameter;
  }
}

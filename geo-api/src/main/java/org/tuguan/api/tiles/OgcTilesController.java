package org.tuguan.api.tiles;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.features.Answers;
import org.tuguan.api.features.Link;
import org.tuguan.api.features.MediaTypes;
import org.tuguan.api.features.OgcRequest;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.tile.TileMatrixSet;

/** OGC API Tiles: grids, and tiles of each collection and of the whole map. */
@RestController
class OgcTilesController {
  private static final String COLLECTION = "/ogc/collections/{collectionId}";
  private static final String TILE = "/{set}/{matrix}/{row}/{column}";

  private final Tilesets tilesets;
  private final Tiles tiles;
  private final TileAnswers tileAnswers;
  private final Answers answers;

  OgcTilesController(Tilesets tilesets, Tiles tiles, TileAnswers tileAnswers, Answers answers) {
    this.tilesets = tilesets;
    this.tiles = tiles;
    this.tileAnswers = tileAnswers;
    this.answers = answers;
  }

  @GetMapping("/ogc/tileMatrixSets")
  ResponseEntity<byte[]> sets(HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    Map<String, Object> json = new LinkedHashMap<>();
    String self = request.root() + "/tileMatrixSets";
    json.put("links", List.of(Link.of(self, "self", MediaTypes.JSON).json()));
    json.put(
        "tileMatrixSets",
        TileMatrixSet.listAll().stream()
            .map(set -> TileMatrixSetJson.entry(request, set))
            .toList());
    return answers.json(request, MediaTypes.JSON, json);
  }

  @GetMapping("/ogc/tileMatrixSets/{set}")
  ResponseEntity<byte[]> set(@PathVariable("set") String id, HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    TileMatrixSet set =
        TileMatrixSet.listAll().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new RequestException(
                        Fault.NOT_FOUND,
                        "tileMatrixSetId",
                        "there is no tile matrix set " + RequestException.quote(id)));
    return answers.json(request, MediaTypes.JSON, TileMatrixSetJson.document(request, set));
  }

  @GetMapping({"/ogc/map/tiles", COLLECTION + "/map/tiles"})
  ResponseEntity<byte[]> maps(
      @PathVariable(name = "collectionId", required = false) String collection,
      HttpServletRequest http) {
    return list(TilesetKind.MAP, collection, http);
  }

  @GetMapping({"/ogc/tiles", COLLECTION + "/tiles"})
  ResponseEntity<byte[]> vectors(
      @PathVariable(name = "collectionId", required = false) String collection,
      HttpServletRequest http) {
    return list(TilesetKind.VECTOR, collection, http);
  }

  private ResponseEntity<byte[]> list(
      TilesetKind kind, String collection, HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    return answers.json(
        request, MediaTypes.JSON, tilesets.get(kind, collection, request.root()).list(request));
  }

  @GetMapping({"/ogc/map/tiles/{set}", COLLECTION + "/map/tiles/{set}"})
  ResponseEntity<byte[]> map(
      @PathVariable(name = "collectionId", required = false) String collection,
      @PathVariable("set") String set,
      HttpServletRequest http) {
    return one(TilesetKind.MAP, collection, set, http);
  }

  @GetMapping({"/ogc/tiles/{set}", COLLECTION + "/tiles/{set}"})
  ResponseEntity<byte[]> vector(
      @PathVariable(name = "collectionId", required = false) String collection,
      @PathVariable("set") String set,
      HttpServletRequest http) {
    return one(TilesetKind.VECTOR, collection, set, http);
  }

  private ResponseEntity<byte[]> one(
      TilesetKind kind, String collection, String set, HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    Tileset tileset = tilesets.get(kind, collection, request.root());
    return answers.json(request, MediaTypes.JSON, tileset.document(request, tileset.set(set)));
  }

  @GetMapping({"/ogc/map/tiles" + TILE, COLLECTION + "/map/tiles" + TILE})
  ResponseEntity<byte[]> mapTile(@PathVariable Map<String, String> path) throws Exception {
    return tile(TilesetKind.MAP, path, null);
  }

  @GetMapping({"/ogc/tiles" + TILE, COLLECTION + "/tiles" + TILE})
  ResponseEntity<byte[]> vectorTile(@PathVariable Map<String, String> path, HttpServletRequest http)
      throws Exception {
    return tile(TilesetKind.VECTOR, path, http.getHeader(HttpHeaders.ACCEPT_ENCODING));
  }

  private ResponseEntity<byte[]> tile(
      TilesetKind kind, Map<String, String> path, String acceptEncoding) throws Exception {
    Tileset tileset = tilesets.get(kind, path.get("collectionId"), "");
    TileRequest request =
        tileset.tile(
            tileset.set(path.get("set")), path.get("matrix"), path.get("row"), path.get("column"));
    request.note("OGC");
    return tileAnswers.answer(request, tiles.get(request), acceptEncoding);
  }
}

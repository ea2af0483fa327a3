package org.tuguan.api.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;

/** The vector layers of a catalog as collections (OGC 17-069r4, 7.14). */
@Component
class Collections {
  private final JdbcTemporalExtent times;
  private final List<OgcPart> parts;

  Collections(JdbcTemporalExtent times, List<OgcPart> parts) {
    this.times = times;
    this.parts = List.copyOf(parts);
  }

  /** Those whose features may be asked for. */
  static List<Layer> list(Catalog catalog) {
    return catalog.listLayers(Right.QUERY).stream()
        .filter(layer -> layer.table().isPresent())
        .toList();
  }

  /** The layer; a fault if there is none or if it has no features. */
  static Layer get(Catalog catalog, String id) {
    boolean known =
        catalog
            .findLayer(id)
            .map(layer -> layer.table().isPresent())
            .orElse(catalog.findOffer(id).isPresent());
    if (!known) {
      throw new RequestException(
          Fault.NOT_FOUND, "collectionId", "there is no collection " + RequestException.quote(id));
    }
    return catalog.getLayer("collectionId", id, Right.QUERY);
  }

  static LayerData.Table table(Layer layer) {
    return layer.table().orElseThrow();
  }

  /** Without the links to this document itself, which depend on where it stands. */
  Map<String, Object> json(OgcRequest request, Layer layer, List<Link> ownLinks) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", layer.name());
    json.put("title", request.say(layer.title()));
    json.put("description", request.say(layer.summary()));
    if (!layer.keywords().isEmpty()) {
      json.put("keywords", layer.keywords());
    }
    json.put("attribution", request.say(layer.provenance().attribution()));
    json.put("extent", extent(layer));
    json.put("itemType", "feature");
    json.put("crs", systems(layer).stream().map(Crs::uri).toList());
    json.put("storageCrs", table(layer).type().crs().uri());
    List<Link> links = new ArrayList<>(ownLinks);
    links.addAll(contentLinks(request, layer));
    parts.forEach(part -> links.addAll(part.links(request, layer)));
    json.put("links", links.stream().map(Link::json).toList());
    return json;
  }

  static List<Crs> systems(Layer layer) {
    return CollectionSystems.list(layer, table(layer).type());
  }

  private Map<String, Object> extent(Layer layer) {
    Map<String, Object> extent = new LinkedHashMap<>();
    layer
        .extent()
        .ifPresent(
            box ->
                extent.put(
                    "spatial", Map.of("bbox", List.of(corners(box)), "crs", Crs.CRS84.uri())));
    interval(layer)
        .ifPresent(
            interval ->
                extent.put(
                    "temporal",
                    Map.of(
                        "interval",
                        List.of(List.of(interval.start(), interval.end())),
                        "trs",
                        "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian")));
    return extent;
  }

  /** Empty for those who may ask for a part of it only, since it is that of the whole. */
  Optional<JdbcTemporalExtent.Interval> interval(Layer layer) {
    return layer
        .terms()
        .access()
        .ground(Right.QUERY)
        .filter(Ground.EVERYWHERE::equals)
        .flatMap(all -> times.find(table(layer).ref()));
  }

  private static List<Double> corners(Bounds box) {
    return List.of(box.minX(), box.minY(), box.maxX(), box.maxY());
  }

  private static List<Link> contentLinks(OgcRequest request, Layer layer) {
    String collection = request.collection(layer.name());
    List<Link> links = new ArrayList<>();
    links.add(
        new Link(
            collection + "/items",
            "items",
            MediaTypes.GEOJSON,
            request.say("圖徵（GeoJSON）", "Features (GeoJSON)")));
    links.add(
        new Link(
            collection + "/items?f=html",
            "items",
            MediaTypes.HTML,
            request.say("圖徵（網頁）", "Features (page)")));
    links.add(
        new Link(
            collection + "/queryables",
            "http://www.opengis.net/def/rel/ogc/1.0/queryables",
            MediaTypes.SCHEMA,
            request.say("可查詢欄位", "Queryables")));
    if (!layer.provenance().licenceUrl().isEmpty()) {
      links.add(
          new Link(
              layer.provenance().licenceUrl(),
              "license",
              MediaTypes.HTML,
              layer.provenance().licence()));
    }
    return links;
  }

  /** The links of a collection's own document. */
  static List<Link> memberLinks(OgcRequest request, Layer layer) {
    String collection = request.collection(layer.name());
    return List.of(
        Link.of(collection, "self", MediaTypes.JSON),
        Link.of(collection + "?f=html", "alternate", MediaTypes.HTML));
  }
}

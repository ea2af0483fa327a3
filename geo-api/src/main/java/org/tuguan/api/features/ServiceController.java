package org.tuguan.api.features;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;

/** What there is and how to ask for it: landing page, conformance, definition, collections. */
@RestController
class ServiceController {
  private final CatalogStore catalogs;
  private final Collections collections;
  private final TuguanProperties properties;
  private final Answers answers;
  private final List<OgcPart> parts;

  ServiceController(
      CatalogStore catalogs,
      Collections collections,
      TuguanProperties properties,
      Answers answers,
      List<OgcPart> parts) {
    this.catalogs = catalogs;
    this.collections = collections;
    this.properties = properties;
    this.answers = answers;
    this.parts = List.copyOf(parts);
  }

  @GetMapping({"/ogc", "/ogc/"})
  ResponseEntity<byte[]> landing(HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    if (request.html()) {
      return answers.html(request, new ServicePages(request).landing(title(request)));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", title(request));
    json.put("description", ServicePages.description(request));
    json.put("links", json(landingLinks(request)));
    return answers.json(request, MediaTypes.JSON, json);
  }

  private String title(OgcRequest request) {
    String city = request.say(properties.city().name());
    return request.say(city + "數位地圖館", "Digital map library of " + city);
  }

  private List<String> conformance() {
    List<String> classes = new ArrayList<>(Conformance.CLASSES);
    parts.forEach(part -> classes.addAll(part.conformance()));
    return classes;
  }

  private List<Link> landingLinks(OgcRequest request) {
    String root = request.root();
    List<Link> links = new ArrayList<>(request.selfAndAlternate(MediaTypes.JSON));
    links.add(Link.of(root + "/api", "service-desc", MediaTypes.OPENAPI));
    links.add(Link.of(root + "/api.html", "service-doc", MediaTypes.HTML));
    links.add(Link.of(root + "/conformance", "conformance", MediaTypes.JSON));
    links.add(
        Link.of(
            root + "/conformance",
            "http://www.opengis.net/def/rel/ogc/1.0/conformance",
            MediaTypes.JSON));
    links.add(Link.of(root + "/collections", "data", MediaTypes.JSON));
    links.add(
        Link.of(
            root + "/collections", "http://www.opengis.net/def/rel/ogc/1.0/data", MediaTypes.JSON));
    parts.forEach(part -> links.addAll(part.links(request)));
    return links;
  }

  @GetMapping("/ogc/conformance")
  ResponseEntity<byte[]> conformance(HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    if (request.html()) {
      return answers.html(request, new ServicePages(request).conformance(conformance()));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("conformsTo", conformance());
    json.put("links", json(request.selfAndAlternate(MediaTypes.JSON)));
    return answers.json(request, MediaTypes.JSON, json);
  }

  /** A page only if it is asked for by name: parsers fetch this with whatever Accept Java sends. */
  @GetMapping("/ogc/api")
  ResponseEntity<byte[]> api(HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    Map<String, Object> document = openApi(request);
    return request.parameter("f").isPresent() && request.html()
        ? answers.html(request, new ApiPage(request).render(document))
        : answers.json(request, MediaTypes.OPENAPI, document);
  }

  @GetMapping("/ogc/api.html")
  ResponseEntity<byte[]> apiPage(HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    return answers.html(request, new ApiPage(request).render(openApi(request)));
  }

  private Map<String, Object> openApi(OgcRequest request) {
    return new OpenApi(request, properties.limits().items(), parts)
        .document(title(request), Collections.list(catalogs.catalog()));
  }

  @GetMapping("/ogc/collections")
  ResponseEntity<byte[]> collections(HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    Catalog catalog = catalogs.catalog();
    if (request.html()) {
      return answers.html(request, new CollectionPages(request, catalog).list());
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("links", json(request.selfAndAlternate(MediaTypes.JSON)));
    json.put(
        "collections",
        Collections.list(catalog).stream()
            .map(layer -> collections.json(request, layer, Collections.memberLinks(request, layer)))
            .toList());
    return answers.json(request, MediaTypes.JSON, json);
  }

  @GetMapping("/ogc/collections/{collectionId}")
  ResponseEntity<byte[]> collection(
      @PathVariable("collectionId") String id, HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    Catalog catalog = catalogs.catalog();
    Layer layer = Collections.get(catalog, id);
    return request.html()
        ? answers.html(
            request,
            new CollectionPages(request, catalog).collection(layer, collections.interval(layer)))
        : answers.json(
            request,
            MediaTypes.JSON,
            collections.json(request, layer, request.selfAndAlternate(MediaTypes.JSON)));
  }

  @GetMapping("/ogc/collections/{collectionId}/queryables")
  ResponseEntity<byte[]> queryables(
      @PathVariable("collectionId") String id, HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    Catalog catalog = catalogs.catalog();
    Layer layer = Collections.get(catalog, id);
    return request.html()
        ? answers.html(request, new CollectionPages(request, catalog).queryables(layer))
        : answers.json(
            request,
            MediaTypes.SCHEMA,
            Queryables.schema(request, layer, Collections.table(layer).type()));
  }

  private static List<Map<String, Object>> json(List<Link> links) {
    return links.stream().map(Link::json).toList();
  }
}

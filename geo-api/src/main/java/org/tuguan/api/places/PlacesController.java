package org.tuguan.api.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.places.PostGisPlaces.Found;
import org.tuguan.api.usage.UsageNotes;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.sharing.UsedOperation;

/**
 * {@code GET /api/v1/places?q=&limit=}: places whose name has the text in it. Names that begin with
 * it come first, then layers in the catalog's order.
 */
@RestController
class PlacesController {
  private final CatalogStore catalogs;
  private final PostGisPlaces places;

  PlacesController(CatalogStore catalogs, PostGisPlaces places) {
    this.catalogs = catalogs;
    this.places = places;
  }

  record Places(List<Place> places) {}

  @GetMapping("/api/v1/places")
  Places places(
      @RequestParam(name = "q", required = false) String q,
      @RequestParam(name = "limit", required = false) String limit) {
    PlaceQuery query = PlaceQuery.parse(q, limit);
    List<Found> found = new ArrayList<>();
    for (Layer layer : catalogs.catalog().listLayers(Right.QUERY)) {
      if (layer.table().isPresent() && layer.placeName().isPresent()) {
        found.addAll(places.find(layer, layer.table().get().ref(), layer.placeName().get(), query));
      }
    }
    List<Place> best =
        found.stream()
            .sorted(Comparator.comparing((Found each) -> !each.prefix()))
            .limit(query.limit())
            .map(Found::place)
            .toList();
    note(best);
    return new Places(best);
  }

  /** Says to the ledger what is given out. */
  private static void note(List<Place> found) {
    UsageNotes.served(
        new UsedOperation("API", "places", "json"),
        found.stream().map(Place::layer).distinct().toList(),
        Optional.empty());
    found.forEach(place -> UsageNotes.counted(place.layer(), 1));
  }
}

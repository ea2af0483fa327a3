package org.tuguan.api.publishing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.security.Callers;

/** Tables that are in the database already: which there are, and publishing them. */
@RestController
class TablesController {
  private final TablePublisher publisher;
  private final CatalogStore catalogs;

  TablesController(TablePublisher publisher, CatalogStore catalogs) {
    this.publisher = publisher;
    this.catalogs = catalogs;
  }

  @GetMapping("/api/v1/tables")
  List<TablePublisher.TableJson> tables() {
    return publisher.listTables(Callers.current());
  }

  /** The body: table, and of geometry, key, name and what people read whatever is known. */
  @PostMapping("/api/v1/layers")
  ResponseEntity<TablePublisher.Published> publish(@RequestBody Map<String, String> body) {
    TablePublisher.Published published =
        publisher.publish(PublishOptions.parse(body), Callers.current());
    catalogs.refresh();
    URI location = UriComponentsBuilder.fromPath("/api/v1/layers/{name}").build(published.layer());
    return ResponseEntity.created(location).body(published);
  }
}

package org.tuguan.api.catalog;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tuguan.core.catalog.Catalog;

/** The catalog of this moment; a running server refreshes it when the database tells of changes. */
@Component
public class CatalogStore {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogStore.class);

  private final JdbcCatalog jdbc;
  private volatile Catalog catalog;

  CatalogStore(JdbcCatalog jdbc) {
    this.jdbc = jdbc;
    this.catalog = jdbc.read();
  }

  /** A snapshot; ask once a request and keep it, so that a request sees one catalog. */
  public Catalog catalog() {
    return catalog;
  }

  /**
   * Reads the catalog again if it has changed; for those who have just changed it and go on with
   * it.
   */
  public synchronized Catalog refresh() {
    if (jdbc.version() != catalog.version()) {
      catalog = jdbc.read();
      LOG.info("catalog {}: {} layers", catalog.version(), catalog.listLayers().size());
    }
    return catalog;
  }
}

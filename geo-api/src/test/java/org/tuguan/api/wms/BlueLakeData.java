package org.tuguan.api.wms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.api.catalog.CatalogStore;

/** Loads the layers once the tables are there. */
final class BlueLakeData implements ApplicationRunner {
  private final JdbcClient jdbc;
  private final CatalogStore catalogs;
  private final Resource sql;

  BlueLakeData(
      JdbcClient jdbc,
      CatalogStore catalogs,
      @Value("classpath:bluelake/bluelake.sql") Resource sql) {
    this.jdbc = jdbc;
    this.catalogs = catalogs;
    this.sql = sql;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    jdbc.sql(sql.getContentAsString(StandardCharsets.UTF_8)).update();
    catalogs.refresh();
  }
}

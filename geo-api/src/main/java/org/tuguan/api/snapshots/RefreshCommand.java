package org.tuguan.api.snapshots;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.tuguan.api.Command;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;

/**
 * {@code refresh}: has every running server read layers anew, for views and tables whose changes
 * the database does not tell.
 */
@Component
@SuppressWarnings("SystemOut")
class RefreshCommand implements Command {
  private final CatalogStore catalogs;
  private final PostGisChanges changes;
  private final DataSource database;

  RefreshCommand(CatalogStore catalogs, PostGisChanges changes, DataSource database) {
    this.catalogs = catalogs;
    this.changes = changes;
    this.database = database;
  }

  @Override
  public String name() {
    return "refresh";
  }

  @Override
  public String usage() {
    return "refresh LAYER…   重新讀取圖層 have layers read anew by running servers";
  }

  @Override
  public int run(List<String> args) {
    List<LayerData.Table> tables = args.stream().map(this::table).toList();
    try (Connection connection = database.getConnection()) {
      for (LayerData.Table table : tables) {
        changes.sayChanged(connection, table.ref());
      }
      args.forEach(name -> System.out.println("✓ " + name + "：已通知重新讀取 will be read anew"));
      return 0;
    } catch (SQLException e) {
      throw new IllegalStateException("the change cannot be told: " + e.getMessage(), e);
    }
  }

  private LayerData.Table table(String name) {
    Layer layer = catalogs.whole().getLayer("LAYER", name, Right.MANAGE);
    return layer
        .table()
        .orElseThrow(
            () -> RequestException.invalid("LAYER", name, "a raster, which is never read anew"));
  }
}

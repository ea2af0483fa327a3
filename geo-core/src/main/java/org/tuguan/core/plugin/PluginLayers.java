package org.tuguan.core.plugin;

import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.feature.FeatureSource;

/**
 * The layers of the library: to read those that somebody may see, and to publish a plugin's own.
 * Safe for any thread.
 */
public interface PluginLayers {
  /**
   * As those see it who make the request that this thread answers. A snapshot: ask once a request.
   */
  Catalog seen();

  /** All of it, for work that answers nobody. */
  Catalog whole();

  /**
   * Features of a layer of one of these catalogs, where its terms give this right.
   *
   * @throws RequestException of kind NOT_QUERYABLE for a raster, of kind NOT_ALLOWED if the right
   *     is not given
   */
  FeatureSource features(Layer layer, Right right);

  /**
   * Cells of a raster layer of one of these catalogs, where its terms give this right.
   *
   * @throws RequestException of kind INVALID_PARAMETER if it is no raster, of kind NOT_ALLOWED if
   *     the right is not given
   */
  PluginCells cells(Layer layer, Right right);

  /**
   * A text that is another one once the data of a layer may have changed: for what is kept in
   * memory and was made of them. It says nothing after a restart or on another node.
   */
  String revision(Layer layer);

  /**
   * Publishes a table or view, or says anew what it is like now: columns, extent, title. Rights and
   * styles that people gave it since stay. Joins the transaction of this thread.
   *
   * @throws RequestException what is wrong with the table or with the name
   */
  void publish(PluginLayer layer);

  /** Takes a layer of this plugin out of the library; the table stays. No such layer is fine. */
  void withdraw(String name);

  /**
   * The rows of a layer of this plugin have changed: pictures are drawn anew. Only views need it,
   * since the database itself tells of tables.
   */
  void changed(String name);
}

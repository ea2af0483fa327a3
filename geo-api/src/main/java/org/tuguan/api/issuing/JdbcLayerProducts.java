package org.tuguan.api.issuing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The products that layers are charged as. */
@Repository
class JdbcLayerProducts {
  private final JdbcClient jdbc;

  JdbcLayerProducts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<String> find(String layer, String standard) {
    return jdbc.sql(
            "SELECT product FROM tuguan.layer_product WHERE layer = :layer AND standard = :standard")
        .param("layer", layer)
        .param("standard", standard)
        .query(String.class)
        .optional();
  }

  /** Codes by layer. */
  Map<String, String> list(String standard) {
    Map<String, String> products = new HashMap<>();
    jdbc.sql("SELECT layer, product FROM tuguan.layer_product WHERE standard = :standard")
        .param("standard", standard)
        .query(
            row -> {
              products.put(row.getString("layer"), row.getString("product"));
            });
    return products;
  }

  void delete(String layer, String standard) {
    jdbc.sql("DELETE FROM tuguan.layer_product WHERE layer = :layer AND standard = :standard")
        .param("layer", layer)
        .param("standard", standard)
        .update();
  }

  void put(String layer, String standard, String product) {
    jdbc.sql(
            """
            INSERT INTO tuguan.layer_product (layer, standard, product) VALUES (:layer, :standard, :product)
            ON CONFLICT (layer, standard) DO UPDATE SET product = EXCLUDED.product
            """)
        .param("layer", layer)
        .param("standard", standard)
        .param("product", product)
        .update();
  }
}

package org.tuguan.api.issuing;

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

package org.tuguan.api.delivery;

import org.tuguan.api.issuing.Actor;
import org.tuguan.api.issuing.IssuingData;
import org.tuguan.api.issuing.IssuingServer;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.core.issuing.ApplicationState;

/** Applications of the demonstration's partner that wait for their payment. */
final class DeliveryData {
  private DeliveryData() {}

  /** For the fifty {@code spots} in the west. */
  static long application(IssuingServer server, String formats) {
    long quote =
        server.count(
            """
            INSERT INTO tuguan.quote (number, created, valid_until, account, trial, applicant_class, purpose, asked,
              request, answer, standard, standard_version, status, total_twd, formats, crs)
            VALUES (gen_random_uuid()::text, now(), '2030-01-01', 'partner', false, 'company', '', '{}', '{}', '{}',
              'taichung-geoinfo-demo', '2017-03-15', 'CHARGED', 100, '{%s}', 'EPSG:3826') RETURNING id
            """
                .formatted(formats));
    server
        .jdbc()
        .sql(
            """
            INSERT INTO tuguan.quote_layer (quote, position, layer, agency, title_zh, title_en, area, features, km2, bytes,
              hash, updated)
            SELECT :quote, 0, name, agency, title_zh, title_en, ST_Multi(ST_GeomFromGeoJSON(:area)), 50, 1, 1, :hash, updated
            FROM tuguan.layer WHERE name = 'spots'
            """)
        .param("quote", quote)
        .param("hash", "0".repeat(32))
        .param("area", IssuingData.WEST)
        .update();
    return server.count(
        """
        INSERT INTO tuguan.application (number, quote, account, applicant_class, purpose, state, outcome, total_twd,
          created, changed)
        VALUES ('A-115-9' || lpad(%1$d::text, 5, '0'), %1$d, 'partner', 'company', '道路設計', 'PAYMENT_DUE', 'CHARGED',
          100, now(), now()) RETURNING id
        """
            .formatted(quote));
  }

  static void pay(IssuingServer server, long application) {
    server
        .bean(JdbcApplications.class)
        .move(application, ApplicationState.PAYMENT_DUE, ApplicationState.PAID, Actor.SYSTEM, "");
  }

  static String number(IssuingServer server, long application) {
    return server.bean(JdbcApplications.class).find(application).orElseThrow().number();
  }

  static ApplicationState state(IssuingServer server, long application) {
    return server.bean(JdbcApplications.class).find(application).orElseThrow().state();
  }
}

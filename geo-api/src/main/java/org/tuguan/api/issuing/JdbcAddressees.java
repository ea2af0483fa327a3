package org.tuguan.api.issuing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.core.issuing.Party;

/** The e-mail addresses of those who have to do with an application. */
@Repository
class JdbcAddressees {
  private static final String ACTIVE =
      "SELECT DISTINCT email FROM tuguan.account WHERE state = 'ACTIVE' AND email IS NOT NULL AND ";
  private static final String OWNERS =
      """
      'OWNER' = ANY (roles) AND agency IN (
        SELECT agency FROM tuguan.application_layer WHERE application = :application)
      """;

  private final JdbcClient jdbc;

  JdbcAddressees(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> list(Application application, Party party) {
    return switch (party) {
      case APPLICANT ->
          jdbc.sql(ACTIVE + "name = :account ORDER BY email")
              .param("account", application.applicant().account())
              .query(String.class)
              .list();
      case OWNER ->
          jdbc.sql(ACTIVE + OWNERS + "ORDER BY email")
              .param("application", application.id())
              .query(String.class)
              .list();
      case OFFICER, CASHIER ->
          jdbc.sql(ACTIVE + ":role = ANY (roles) ORDER BY email")
              .param("role", party.name())
              .query(String.class)
              .list();
      case SYSTEM -> List.of();
    };
  }
}

package org.tuguan.api.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.issuing.IssuingData;
import org.tuguan.api.issuing.IssuingServer;
import org.tuguan.core.TestDatabase;
import tools.jackson.databind.JsonNode;

/**
 * One server with the layers of {@link IssuingData} for all tests of sharing, made by the first of
 * them and closed after the last test of the run; and what they do with it again and again.
 */
final class Sharing implements BeforeAllCallback {
  static final String PATH = "/api/v1/agreements";

  private IssuingServer server;
  private AtomicInteger links;

  private record Running(
      TestDatabase database, Path home, IssuingServer server, AtomicInteger links)
      implements AutoCloseable {
    static Running start() {
      try {
        TestDatabase database = TestDatabase.create();
        Path home = Files.createTempDirectory("sharing");
        IssuingServer server =
            new IssuingServer(
                database,
                home,
                Map.of("db-scheduler.enabled", "false", "tuguan.sharing.anonymous-per-minute", 40));
        IssuingData.make(server);
        return new Running(database, home, server, new AtomicInteger());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      database.close();
      FileSystemUtils.deleteRecursively(home);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(Running.class, any -> Running.start(), Running.class);
    server = running.server();
    links = running.links();
  }

  IssuingServer server() {
    return server;
  }

  <T> T bean(Class<T> type) {
    return server.bean(type);
  }

  JsonNode post(String account, String path, String body) {
    return done(server.post(account, path, body));
  }

  JsonNode put(String account, String path, String body) {
    return done(server.send("PUT", account, path, body));
  }

  private static JsonNode done(IssuingServer.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    return answer.json();
  }

  JsonNode get(String account, String path) {
    return done(server.get(account, path));
  }

  static LocalDate today() {
    return LocalDate.now(TuguanApplication.ZONE);
  }

  long partner() {
    return server.count("SELECT partner FROM tuguan.account WHERE name = 'partner'");
  }

  /** An agreement of the agency of the layers. */
  static String body(String with, String approval, String layers) {
    return """
        {"agency": "construction", %s, "purpose": "共同維運", "legal_ground": "收費標準第7條", "approval": "%s",
         "area": %s, "from": "%s", "until": "%s", "layers": [%s]}
        """
        .formatted(with, approval, IssuingData.MIDDLE, today(), today().plusDays(300), layers);
  }

  static String given(String layer) {
    return "{\"direction\": \"GIVEN\", \"layer\": \"%s\"}".formatted(layer);
  }

  /** The number of the draft. */
  String drafted(String with, String layers) {
    return post("officer", PATH, body(with, "府授研字第1號", layers)).get("number").asString();
  }

  /** A draft by which the partner gets a layer. */
  String toPartner(String layer) {
    return drafted(
        "\"with_partner\": " + partner(),
        given(layer)
            + ", {\"direction\": \"RECEIVED\", \"title\": \"空拍影像\", \"value_twd\": 500000}");
  }

  JsonNode sign(String number) {
    return post("officer", PATH + "/" + number + "/sign", seen(number, "{}"));
  }

  /** A body that says that its sender saw the agreement as it is now. */
  String seen(String number, String body) {
    String changed = get("officer", PATH + "/" + number).get("changed").asString();
    return body.strip().equals("{}")
        ? "{\"changed\": \"%s\"}".formatted(changed)
        : body.replaceFirst("\\{", "{\"changed\": \"%s\", ".formatted(changed));
  }

  JsonNode end(String number, String reason) {
    return post("officer", PATH + "/" + number + "/end", "{\"reason\": \"%s\"}".formatted(reason));
  }

  String state(String number) {
    return get("officer", PATH + "/" + number).get("state").asString();
  }

  /** An application of an agency or a partner for a layer. */
  void application(
      String number, String state, String agency, Long partner, String grounds, String layer) {
    server
        .jdbc()
        .sql(
            """
            WITH q AS (
              INSERT INTO tuguan.quote (number, created, valid_until, trial, applicant_class, purpose, asked, request, answer, status)
              VALUES ('Q-' || :number, now(), CURRENT_DATE, false, 'city_agency', 'x', '{}', '{}', '{}', 'NOT_APPLICABLE')
              RETURNING id),
            a AS (
              INSERT INTO tuguan.application (number, quote, account, agency, partner, applicant_class, purpose, grounds, state,
                outcome, total_twd, outcome_rule, created, changed)
              SELECT :number, id, 'partner', CAST(:agency AS text), CAST(:partner AS bigint), 'city_agency', 'x', :grounds, :state, 'EXEMPT', 0, 'x', now(), now()
              FROM q RETURNING id)
            INSERT INTO tuguan.application_layer (application, layer, agency) SELECT id, :layer, 'construction' FROM a
            """)
        .param("number", number)
        .param("agency", agency)
        .param("partner", partner)
        .param("grounds", grounds)
        .param("state", state)
        .param("layer", layer)
        .update();
  }

  /**
   * A package of the secret layer that an agency or a partner got free of charge.
   *
   * @param agreement number of that by which it was free; empty for none that is here
   * @return address of a link to it
   */
  String link(String agency, Long partner, String agreement) {
    String number = "A-LINK-" + links.incrementAndGet();
    application(number, "READY", agency, partner, "{\"reciprocity\": true}", "secret");
    String token = "%042dE".formatted(links.get());
    server
        .jdbc()
        .sql(
            """
            INSERT INTO tuguan.delivery (application, state, features_expected, licence, licence_from, file, bytes, sha256,
              made, created, changed)
            SELECT id, 'READY', 1, 'L-' || number, CURRENT_DATE - 1, 'x.zip', 10, 'ab', now(), now(), now()
            FROM tuguan.application WHERE number = :number;
            INSERT INTO tuguan.delivery_link (application, hash, created, created_by, expires, most)
            SELECT id, sha256(convert_to(:token, 'UTF8')), now(), 'partner', now() + interval '1 day', 1000
            FROM tuguan.application WHERE number = :number;
            UPDATE tuguan.application_layer SET agreement = (SELECT id FROM tuguan.agreement WHERE number = :agreement)
            WHERE application = (SELECT id FROM tuguan.application WHERE number = :number)
            """)
        .param("number", number)
        .param("token", token)
        .param("agreement", agreement)
        .update();
    return "/api/v1/deliveries/" + token;
  }

  /** Use of a layer by an agency or a partner, in the ledger. */
  void used(String side, String id, String layer, String day, long uses) {
    server
        .jdbc()
        .sql(
            """
            INSERT INTO tuguan.usage_day (day, %s, layer, service, operation, class, uses, count, bytes)
            VALUES (CAST(:day AS date), CAST(:id AS %s), :layer, 'WMS', 'GetMap', 'use', :uses, :uses, 0)
            """
                .formatted(side, side.equals("agency") ? "text" : "bigint"))
        .param("day", day)
        .param("id", id)
        .param("layer", layer)
        .param("uses", uses)
        .update();
  }
}

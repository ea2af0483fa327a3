package org.tuguan.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.api.issuing.Actor;
import org.tuguan.api.issuing.IssuingData;
import org.tuguan.api.issuing.IssuingServer;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.issuing.ApplicationState;
import tools.jackson.databind.JsonNode;

/** Links open a package as long as they, the licence and the application last. */
class LinksTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path home;
  private static TestDatabase database;
  private static IssuingServer server;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    server = new IssuingServer(database, home);
    IssuingData.make(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  private static long ready() throws IOException {
    long application = DeliveryData.application(server, "gpkg");
    DeliveryData.pay(server, application);
    server.bean(PackageMaker.class).make(application);
    return application;
  }

  private static String path(long application) {
    return "/api/v1/applications/" + DeliveryData.number(server, application) + "/delivery";
  }

  private static JsonNode link(long application) {
    IssuingServer.Answer answer = server.post("partner", path(application) + "/links", "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private static HttpResponse<byte[]> fetch(String method, String href, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.base() + href))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static int status(String href) throws IOException, InterruptedException {
    return fetch("GET", href).statusCode();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void linkOpensThePackageForWhoeverHasIt() throws Exception {
    long application = ready();
    JsonNode link = link(application);
    HttpResponse<byte[]> answer = fetch("GET", link.get("href").asString());

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode page = server.get("partner", path(application)).json();
    assertThat(sha256(answer.body())).isEqualTo(page.get("sha256").asString());
    assertThat(page.get("percent").asInt()).isEqualTo(100);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment", "L-");
    awaitDelivered(application);
    assertThat(server.get("partner", path(application)).text())
        .doesNotContain(link.get("href").asString());
    assertThat(
            server.count(
                "SELECT count(*) FROM tuguan.application_event WHERE to_state = 'DELIVERED' AND application = "
                    + application))
        .isEqualTo(1);
    assertThat(status(link.get("href").asString())).isEqualTo(200);
  }

  @Test
  void downloadThatBrokeOffGoesOnWhereItWas() throws Exception {
    long application = ready();
    String href = link(application).get("href").asString();
    byte[] whole = fetch("GET", href).body();
    String tag = "\"" + sha256(whole) + "\"";

    HttpResponse<byte[]> start = fetch("GET", href, "Range", "bytes=0-999");
    HttpResponse<byte[]> rest = fetch("GET", href, "Range", "bytes=1000-", "If-Range", tag);
    HttpResponse<byte[]> end = fetch("GET", href, "Range", "bytes=-10");

    assertThat(start.statusCode()).isEqualTo(206);
    assertThat(start.headers().firstValue("Content-Range")).hasValue("bytes 0-999/" + whole.length);
    assertThat(start.headers().firstValue("ETag")).hasValue(tag);
    byte[] joined = Arrays.copyOf(start.body(), whole.length);
    System.arraycopy(rest.body(), 0, joined, 1000, rest.body().length);
    assertThat(joined).isEqualTo(whole);
    assertThat(end.body()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 10, whole.length));
  }

  @Test
  void itIsDeliveredWhenAllBytesWentOverWhicheverRequests() throws Exception {
    long application = ready();
    String href = link(application).get("href").asString();
    String other = link(application).get("href").asString();
    int size = server.get("partner", path(application)).json().get("bytes").asInt();

    fetch("GET", href, "Range", "bytes=-1");
    fetch("GET", href, "Range", "bytes=0-999");
    fetch("GET", href, "Range", "bytes=0-999");
    assertThat(fetch("HEAD", href).statusCode()).isEqualTo(200);
    fetch("GET", other, "Range", "bytes=1001-" + (size - 1));
    assertThat(DeliveryData.state(server, application)).isEqualTo(ApplicationState.READY);
    fetch("GET", other, "Range", "bytes=900-1000");
    awaitDelivered(application);
  }

  /** The state follows the last byte by a moment. */
  private static void awaitDelivered(long application) throws InterruptedException {
    for (int i = 0;
        i < 100 && DeliveryData.state(server, application) == ApplicationState.READY;
        i++) {
      Thread.sleep(20);
    }
    assertThat(DeliveryData.state(server, application)).isEqualTo(ApplicationState.DELIVERED);
  }

  @Test
  void nobodyIsTheOfficerOfTheirOwnDelivery() throws Exception {
    long application = ready();
    server
        .jdbc()
        .sql("UPDATE tuguan.application SET account = 'officer' WHERE id = " + application)
        .update();
    String revocation = path(application) + "/revocation";
    assertThat(server.send("PUT", "officer", revocation, "{\"reason\": \"x\"}").status())
        .isEqualTo(403);
    assertThat(server.post("officer", path(application) + "/retries", "").status()).isEqualTo(403);
    assertThat(server.post("officer", path(application) + "/links", "").status()).isEqualTo(201);
    assertThat(server.send("PUT", "admin", revocation, "{\"reason\": \"x\"}").status())
        .isEqualTo(200);
  }

  @Test
  void rangesThatDoNotFitAreRefusedOrIgnored() throws Exception {
    String href = link(ready()).get("href").asString();
    int size = fetch("GET", href).body().length;

    HttpResponse<byte[]> beyond = fetch("GET", href, "Range", "bytes=" + size + "-");
    assertThat(beyond.statusCode()).isEqualTo(416);
    assertThat(beyond.headers().firstValue("Content-Range")).hasValue("bytes */" + size);
    HttpResponse<byte[]> other = fetch("GET", href, "Range", "bytes=10-", "If-Range", "\"other\"");
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.body()).hasSize(size);
    assertThat(fetch("GET", href, "Range", "bytes=0-1,4-5").body()).hasSize(size);
  }

  @Test
  void linkIsUsedUpByBytesAndHeadCostsNothing() throws Exception {
    long application = ready();
    String href = link(application).get("href").asString();
    for (int i = 0; i < 10; i++) {
      assertThat(fetch("HEAD", href).statusCode()).isEqualTo(200);
    }
    for (int i = 0; i < 5; i++) {
      assertThat(status(href)).isEqualTo(200);
    }
    assertThat(status(href)).isEqualTo(403);
    assertThat(fetch("GET", href, "Range", "bytes=0-0").statusCode()).isEqualTo(403);
    assertThat(
            server
                .get("partner", path(application))
                .json()
                .get("links")
                .get(0)
                .get("downloads_left")
                .asInt())
        .isZero();
  }

  @Test
  void linksEndWhenTheyExpireOrAreRevoked() throws Exception {
    long application = ready();
    JsonNode expired = link(application);
    JsonNode revoked = link(application);
    server
        .jdbc()
        .sql("UPDATE tuguan.delivery_link SET expires = now() WHERE id = " + expired.get("id"))
        .update();
    assertThat(
            server
                .send("DELETE", "partner", path(application) + "/links/" + revoked.get("id"), "")
                .status())
        .isEqualTo(200);

    assertThat(new String(fetch("GET", expired.get("href").asString()).body(), "UTF-8"))
        .contains("逾期");
    assertThat(status(expired.get("href").asString())).isEqualTo(403);
    assertThat(status(revoked.get("href").asString())).isEqualTo(403);
    assertThat(status(DeliveryLinks.PATH + "A".repeat(43))).isEqualTo(404);
    assertThat(status(DeliveryLinks.PATH + "nothing")).isEqualTo(404);
    assertThat(status(link(application).get("href").asString())).isEqualTo(200);
  }

  @Test
  void linksDieWithTheLicence() throws Exception {
    long ended = ready();
    String href = link(ended).get("href").asString();
    server
        .jdbc()
        .sql(
            "UPDATE tuguan.delivery SET licence_from = '2020-01-01', licence_until = '2020-12-31' WHERE application = "
                + ended)
        .update();
    assertThat(status(href)).isEqualTo(403);

    long revoked = ready();
    href = link(revoked).get("href").asString();
    assertThat(
            server
                .send("PUT", "partner", path(revoked) + "/revocation", "{\"reason\": \"違約\"}")
                .status())
        .isEqualTo(403);
    assertThat(
            server
                .send("PUT", "officer", path(revoked) + "/revocation", "{\"reason\": \"違約\"}")
                .status())
        .isEqualTo(200);
    assertThat(status(href)).isEqualTo(403);

    long refunded = ready();
    href = link(refunded).get("href").asString();
    server
        .bean(JdbcApplications.class)
        .move(refunded, ApplicationState.READY, ApplicationState.REFUNDED, Actor.SYSTEM, "");
    assertThat(status(href)).isEqualTo(403);
  }

  @Test
  void othersKnowNothingOfADelivery() throws Exception {
    long application = ready();
    assertThat(server.get("", path(application)).status()).isEqualTo(401);
    assertThat(server.get("owner", path(application)).status()).isEqualTo(404);
    assertThat(server.get("officer", path(application)).status()).isEqualTo(200);
    assertThat(server.post("officer", path(application) + "/links", "").status()).isEqualTo(403);
    assertThat(server.post("owner", path(application) + "/links", "").status()).isEqualTo(404);
  }

  @Test
  void onlySoManyLinksWorkAtATime() throws Exception {
    long application = ready();
    for (int i = 0; i < 5; i++) {
      link(application);
    }
    assertThat(server.post("partner", path(application) + "/links", "").status()).isEqualTo(409);
  }

  @Test
  void anybodyCanTellGenuineFilesAndNobodyLearnsWhoHasThem() throws Exception {
    long application = ready();
    byte[] zip = fetch("GET", link(application).get("href").asString()).body();
    JsonNode delivery = server.get("partner", path(application)).json();
    String licence = delivery.get("licence").get("number").asString();

    IssuingServer.Answer whole = server.get("", "/api/v1/verifications/" + sha256(zip));
    IssuingServer.Answer data =
        server.get("", "/api/v1/verifications/" + sha256(entry(zip, "data/spots.gpkg")));
    zip[zip.length / 2] ^= 1;
    IssuingServer.Answer changed = server.get("", "/api/v1/verifications/" + sha256(zip));

    for (IssuingServer.Answer answer : new IssuingServer.Answer[] {whole, data}) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().get("genuine").asBoolean()).isTrue();
      assertThat(answer.text())
          .contains(licence, "spots 標題", "VALID")
          .doesNotContain("partner", "示範", "道路設計", "A-115");
    }
    assertThat(data.json().get("files").get(0).get("path").asString()).isEqualTo("data/spots.gpkg");
    assertThat(changed.json().get("genuine").asBoolean()).isFalse();
    assertThat(server.get("", "/api/v1/verifications/xyz").status()).isEqualTo(400);
    server
        .jdbc()
        .sql("UPDATE tuguan.delivery SET revoked = now() WHERE application = " + application)
        .update();
    assertThat(server.get("", "/api/v1/verifications/" + delivery.get("sha256").asString()).text())
        .contains("REVOKED");
  }

  private static byte[] entry(byte[] zip, String name) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return in.readAllBytes();
        }
      }
    }
    throw new IOException("no " + name);
  }
}

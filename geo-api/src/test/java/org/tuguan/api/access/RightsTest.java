package org.tuguan.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.api.access.Services.Service;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.KeyScope;
import org.tuguan.core.access.Right;
import org.tuguan.core.access.Role;

/**
 * Every service, every right, everybody who may ask: allowed and denied, before and after caches.
 */
@ExtendWith(RunningNode.class)
class RightsTest {
  private static final Set<Right> NONE = Set.of();
  private static final Set<Right> V = Set.of(Right.VIEW);
  private static final Set<Right> VQ = Set.of(Right.VIEW, Right.QUERY);
  private static final Set<Right> VQD = Set.of(Right.VIEW, Right.QUERY, Right.DOWNLOAD);
  private static final Set<Right> ALL = Set.of(Right.values());

  /** What each caller may do with each layer. */
  private static final Map<String, Map<String, Set<Right>>> EXPECTED =
      Map.of(
          "",
              Map.of(
                  "free", VQD, "closed", NONE, "seen", NONE, "asked", NONE, "taken", NONE, "led",
                  NONE),
          "stranger",
              Map.of(
                  "free", VQD, "closed", NONE, "seen", NONE, "asked", NONE, "taken", NONE, "led",
                  NONE),
          "reader",
              Map.of("free", VQD, "closed", NONE, "seen", V, "asked", VQ, "taken", VQD, "led", ALL),
          "key", Map.of("free", VQ, "closed", NONE, "seen", V, "asked", VQ, "taken", VQ, "led", VQ),
          "narrow",
              Map.of(
                  "free", NONE, "closed", NONE, "seen", V, "asked", NONE, "taken", NONE, "led",
                  NONE),
          "owner",
              Map.of(
                  "free", ALL, "closed", ALL, "seen", ALL, "asked", ALL, "taken", ALL, "led", ALL),
          "other",
              Map.of(
                  "free", VQD, "closed", NONE, "seen", NONE, "asked", NONE, "taken", NONE, "led",
                  NONE),
          "admin",
              Map.of(
                  "free", ALL, "closed", ALL, "seen", ALL, "asked", ALL, "taken", ALL, "led", ALL));

  private static final List<String> CALLERS =
      List.of("admin", "owner", "reader", "key", "narrow", "stranger", "other", "");

  /** Answers for a layer that does not exist. */
  private static final Map<String, Node.Answer> NOWHERE = new ConcurrentHashMap<>();

  private static Node node;

  @BeforeAll
  static void publish() {
    node = RunningNode.node();
    RightsData.layer(node, "free");
    for (String name : List.of("closed", "seen", "asked", "taken", "led")) {
      RightsData.closed(node, name);
    }
    RightsData.grant(node, "seen", "parks", "'VIEW'", "");
    RightsData.grant(node, "asked", "parks", "'VIEW','QUERY'", "");
    RightsData.grant(node, "taken", "parks", "'VIEW','QUERY','DOWNLOAD'", "");
    RightsData.grant(node, "led", "parks", "'VIEW','QUERY','DOWNLOAD','MANAGE'", "");
    node.refresh();
  }

  static void callers() {
    TestCallers.know("stranger", caller("fire", Role.READER));
    TestCallers.know("reader", caller("parks", Role.READER));
    TestCallers.know("owner", caller("works", Role.OWNER));
    TestCallers.know("other", caller("fire", Role.OWNER));
    TestCallers.know("admin", caller("it", Role.ADMIN));
    TestCallers.know("key", key(Set.of(), VQ));
    TestCallers.know("narrow", key(Set.of("seen"), VQ));
    TestCallers.know("outside", key(Set.of("free"), V));
  }

  private static Caller caller(String agency, Role role) {
    return new Caller(
        Optional.of(agency + role),
        Optional.of(agency),
        Optional.empty(),
        Set.of(role),
        Optional.empty());
  }

  private static Caller key(Set<String> layers, Set<Right> rights) {
    return new Caller(
        Optional.of("ann"),
        Optional.of("parks"),
        Optional.empty(),
        Set.of(Role.READER),
        Optional.of(new KeyScope(1, layers, rights, Ground.EVERYWHERE)));
  }

  @Test
  void everyServiceGivesWhatIsGrantedAndNothingElse() {
    SoftAssertions all = new SoftAssertions();
    for (int round = 0; round < 2; round++) { // the second finds everything in caches
      for (String caller : CALLERS) {
        for (Service service : Services.reading()) {
          EXPECTED
              .get(caller)
              .forEach((layer, rights) -> check(all, service, caller, layer, rights));
        }
      }
    }
    all.assertAll();
  }

  @Test
  void onlyThoseWhoManageALayerChangeIt() {
    SoftAssertions all = new SoftAssertions();
    for (String caller : List.of("admin", "owner", "reader", "key", "stranger", "other")) {
      for (Service service : Services.changing()) {
        EXPECTED.get(caller).forEach((layer, rights) -> check(all, service, caller, layer, rights));
      }
    }
    for (Service service : Services.changing()) {
      all.assertThat(service.ask(node, "", "free").status()).as("%s", service).isEqualTo(401);
    }
    all.assertAll();
  }

  private static void check(
      SoftAssertions all, Service service, String caller, String layer, Set<Right> rights) {
    Node.Answer answer = service.ask(node, caller, layer);
    String what = "%s: %s of %s: %s".formatted(caller, service, layer, answer.text());
    boolean report = answer.text().contains("ServiceExceptionReport");
    if (rights.contains(service.right())) {
      all.assertThat(answer.status()).as(what).isIn(200, 204);
      all.assertThat(report).as(what).isFalse();
    } else if (rights.contains(Right.VIEW)) {
      all.assertThat(answer.text()).as(what).contains("you may not");
      all.assertThat(report || answer.status() == 403 || service.path().startsWith("/wmts"))
          .as(what)
          .isTrue();
    } else {
      Node.Answer none =
          NOWHERE.computeIfAbsent(caller + service, any -> service.ask(node, caller, "none"));
      all.assertThat(answer.status()).as(what).isEqualTo(none.status());
      all.assertThat(answer.text().replace(layer, "none")).as(what).isEqualTo(none.text());
    }
    if (!layer.equals("free")) {
      all.assertThat(answer.cacheControl())
          .as(what)
          .doesNotContain("public")
          .doesNotContain("max-age");
    }
  }

  @Test
  void listingsNameWhatTheCallerMaySee() {
    SoftAssertions all = new SoftAssertions();
    for (String listing : Services.listings()) {
      for (String caller : CALLERS) {
        String text = node.get(caller, listing).text();
        EXPECTED
            .get(caller)
            .forEach(
                (layer, rights) -> {
                  if (rights.isEmpty()) {
                    all.assertThat(text).as(caller + listing).doesNotContain(layer + " title");
                    all.assertThat(text).as(caller + listing).doesNotContain("of " + layer);
                  }
                });
      }
    }
    for (String listing : List.of("/api/v1/layers", "/wms?SERVICE=WMS&REQUEST=GetCapabilities")) {
      assertThat(node.get("reader", listing).text()).contains("seen title", "led title");
      assertThat(node.get("", listing).text()).contains("free title");
      assertThat(node.get("reader", listing).cacheControl()).contains("private");
    }
    all.assertAll();
  }

  @Test
  void publicTilesMayBeKeptByAnybodyWhoeverAsks() {
    assertThat(node.get("", "/tiles/free/0/0/0.png").cacheControl()).contains("public");
    assertThat(node.get("reader", "/tiles/free/0/0/0.png").cacheControl()).contains("public");
    assertThat(node.get("reader", "/tiles/free,seen/0/0/0.png").cacheControl()).contains("private");
  }

  @Test
  void advertisedLayerIsListedWithHowToGetIt() {
    RightsData.closed(node, "offered");
    node.sql(
        "UPDATE tuguan.layer SET offered = true, offer_zh = '請來函', offer_en = 'write to us' WHERE name = 'offered'");
    node.refresh();

    assertThat(node.get("", "/api/v1/layers").text()).contains("offered title", "write to us");
    assertThat(node.get("", "/wms?SERVICE=WMS&REQUEST=GetCapabilities").text())
        .doesNotContain("offered");
    Node.Answer tile = node.get("", "/tiles/offered/0/0/0.png");
    assertThat(tile.status()).isEqualTo(403);
    assertThat(tile.text()).contains("write to us").doesNotContain("offered title");
    String address = "/wmts/1.0.0/offered/default/WebMercatorQuad/0/0/0.png";
    assertThat(node.get("", address).status()).isEqualTo(403);
  }

  @Test
  void changesAreToldToThoseWhoMaySeeTheLayer() throws Exception {
    try (Stream<String> stranger = node.lines("stranger", "/api/v1/changes");
        Stream<String> reader = node.lines("reader", "/api/v1/changes")) {
      Iterator<String> strangers = data(stranger);
      Iterator<String> readers = data(reader);
      assertThat(strangers.next()).contains("free").doesNotContain("seen");
      assertThat(readers.next()).contains("free").contains("seen");

      node.sql("UPDATE layers.seen SET amount = amount + 1 WHERE fid = 1");
      assertThat(readers.next()).contains("\"seen\"");
      node.sql("UPDATE layers.free SET amount = amount + 1 WHERE fid = 1");
      assertThat(strangers.next()).contains("\"free\"");
    }
  }

  private static Iterator<String> data(Stream<String> lines) {
    return lines.filter(line -> line.startsWith("data:")).iterator();
  }

  @Test
  void rightThatIsWithdrawnIsGoneOnEveryNode(@TempDir Path secondHome) {
    try (Node second = new Node(RunningNode.database(), secondHome)) {
      RightsData.closed(node, "gone");
      RightsData.grant(node, "gone", "parks", "'VIEW','QUERY'", "");
      for (Node each : List.of(node, second)) {
        await()
            .atMost(Duration.ofSeconds(10))
            .untilAsserted(
                () ->
                    assertThat(each.get("reader", "/tiles/gone/0/0/0.png").status())
                        .isEqualTo(200));
      }

      node.sql("DELETE FROM tuguan.layer_grant WHERE layer = 'gone'");

      for (Node each : List.of(node, second)) {
        for (String path : List.of("/tiles/gone/0/0/0.png", "/ogc/collections/gone/items")) {
          await()
              .atMost(Duration.ofSeconds(10))
              .untilAsserted(() -> assertThat(each.get("reader", path).status()).isEqualTo(404));
        }
      }
    }
  }
}

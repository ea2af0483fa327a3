package org.tuguan.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tuguan.core.analysis.Indicators;
import tools.jackson.databind.JsonNode;

/** Which plugins are on: one that is as it should be, one for each way to fail, and switches. */
class PluginsTest extends PluginServer {
  private static final int CHUNK = 32 * 1024 * 1024;
  @Autowired private Indicators indicators;

  @Test
  void theStatusSaysWhatAPluginBringsAndHowItIs() throws Exception {
    JsonNode good = extension("good.jar");
    assertThat(good.at("/id").asString()).isEqualTo("good");
    assertThat(good.at("/version").asString()).isEqualTo("1.0.0");
    assertThat(good.at("/state").asString()).isEqualTo("on");
    assertThat(good.at("/provides").valueStream().map(JsonNode::asString))
        .contains(
            "endpoint GET /api/v1/good/notes",
            "endpoint POST /api/v1/good/public/notes",
            "indicator good-notes",
            "navigation /plugins/good/list.html");
    assertThat(good.at("/health/0").asString()).isEqualTo("the notebook is nearly full");
  }

  @Test
  void eachFaultIsNamedAndTheOthersRun() throws Exception {
    assertQuarantined("throwing.jar", "start", "IllegalStateException: no licence file");
    assertQuarantined("missing.jar", "classes", "class sample.missing.Part is missing");
    assertQuarantined("zz-good.jar", "name", "good.jar and zz-good.jar are both called good");
    assertQuarantined("newer.jar", "version", "[7.0.0,8.0.0)");
    assertQuarantined("hanging.jar", "time", "within 4 seconds");
    assertQuarantined("migrating.jar", "migration", "nonsense");
    assertQuarantined("elsewhere.jar", "name", "/wms, which is not under /api/v1/elsewhere");
    assertQuarantined("layers.jar", "name", "/api/v1/layers is the server's own");
    assertQuarantined("sameindicator.jar", "name", "indicator called figures-one");
    assertQuarantined("nameless.jar", "name", "has no name");
    assertQuarantined("peeping.jar", "classes", "org.tuguan.api.plugin.Plugins");
    assertQuarantined("torn.jar", "manifest", "torn.jar");

    assertThat(get("/api/v1/layers", "").statusCode()).isEqualTo(200);
    assertThat(get("/wms?SERVICE=WMS&REQUEST=GetCapabilities", "").body()).contains("Capabilities");
    assertThat(get("/actuator/health/readiness", "").statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/good/notes", "").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = get("/api/v1/throwing/anything", "");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("throwing");
  }

  @Test
  void whyAPluginIsAsItIsIsForAdministrators() throws Exception {
    JsonNode seen = json("/api/v1/extensions", "");

    assertThat(seen.findValues("id").stream().map(JsonNode::asString)).contains("good", "missing");
    assertThat(seen.findValues("state").stream().map(JsonNode::asString))
        .contains("on", "quarantined");
    for (String hidden : List.of("cause", "stage", "file", "version", "since")) {
      assertThat(seen.findValues(hidden)).as(hidden).allMatch(JsonNode::isNull);
    }
    assertThat(seen.findValues("health")).allMatch(JsonNode::isEmpty);
    assertThat(seen.findValues("provides")).allMatch(JsonNode::isEmpty);
    assertThat(json("/api/v1/extensions", "officer")).isEqualTo(seen);
  }

  @Test
  void aNameThatIsFreeAgainLiftsTheQuarantine() throws Exception {
    turn("figures", "off");
    plugins.follow();
    assertThat(extension("sameindicator.jar").at("/state").asString()).isEqualTo("on");

    turn("sameindicator", "off");
    turn("figures", "on");
    turn("sameindicator", "on");
    assertQuarantined("sameindicator.jar", "name", "indicator called figures-one");
  }

  @Test
  void aPluginThatDoesNotEndIsLeftBehindAndMarked() throws Exception {
    turn("clinging", "off");

    JsonNode left = extension("clinging.jar");
    assertThat(left.at("/state").asString()).isEqualTo("off");
    assertThat(left.at("/health/0").asString()).contains("did not end within");
    turn("clinging", "on");
    assertThat(extension("clinging.jar").at("/state").asString()).isEqualTo("on");
  }

  @Test
  void onlyAdministratorsSwitch() throws Exception {
    String off = "{\"state\": \"off\"}";
    assertThat(send("PUT", "/api/v1/extensions/good", "", off).statusCode()).isEqualTo(401);
    assertThat(send("PUT", "/api/v1/extensions/good", "officer", off).statusCode()).isEqualTo(403);
    assertThat(send("PUT", "/api/v1/extensions/nobody", "admin", off).statusCode()).isEqualTo(404);
    assertThat(send("PUT", "/api/v1/extensions/good", "admin", "{\"state\": \"x\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void aPluginThatIsSwitchedOffIsGoneAndComesBackWithItsData() throws Exception {
    assertThat(indicators.find("good-notes")).isPresent();
    long before = json("/api/v1/good/notes", "").at("/note_count").asLong();
    WeakReference<ClassLoader> classes = loaderOf("good");

    assertThat(send("PUT", "/api/v1/extensions/good", "admin", "{\"state\": \"off\"}").statusCode())
        .isEqualTo(200);
    HttpResponse<String> refused = get("/api/v1/good/notes", "");
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(get("/plugins/good/list.html", "").statusCode()).isEqualTo(404);
    assertThat(indicators.find("good-notes")).isEmpty();
    assertThat(extension("good.jar").at("/state").asString()).isEqualTo("off");
    assertCollected(classes);

    send("PUT", "/api/v1/extensions/good", "admin", "{\"state\": \"on\"}");
    assertThat(json("/api/v1/good/notes", "").at("/note_count").asLong()).isEqualTo(before);
    assertThat(indicators.find("good-notes")).isPresent();
  }

  private WeakReference<ClassLoader> loaderOf(String id) {
    return new WeakReference<>(
        plugins
            .find(id)
            .orElseThrow()
            .running()
            .orElseThrow()
            .extensions()
            .get(0)
            .getClass()
            .getClassLoader());
  }

  private static void assertCollected(WeakReference<?> reference) {
    List<byte[]> pressure = new ArrayList<>();
    try {
      while (reference.get() != null) {
        pressure.add(new byte[CHUNK]); // until what is only remembered softly is forgotten
      }
    } catch (OutOfMemoryError e) {
      pressure.clear();
    }
    System.gc();
    assertThat(reference.get()).as("the class loader is released").isNull();
  }

  @Test
  void theSwitchOfAnotherNodeIsFollowed() throws Exception {
    set("good", false);
    plugins.follow();
    assertThat(get("/api/v1/good/notes", "").statusCode()).isEqualTo(404);
    set("good", true);
    plugins.follow();
    assertThat(get("/api/v1/good/notes", "").statusCode()).isEqualTo(200);
  }

  private void set(String id, boolean wanted) {
    jdbc.sql(
            """
            INSERT INTO tuguan.plugin_switch VALUES (?, ?, now(), 'admin')
            ON CONFLICT (id) DO UPDATE SET wanted = excluded.wanted, changed = now()
            """)
        .params(id, wanted)
        .update();
  }

  @Test
  void aJarThatIsAddedOrTakenAwayIsFollowedWhenItHasComeToRest() throws Exception {
    Path jar = DIRECTORY.resolve("later.jar");
    PluginJars.plugin("later")
        .source(
            "Entry", "@org.springframework.context.annotation.Configuration public class Entry {}")
        .write(jar);
    plugins.follow();
    assertThat(plugins.find("later")).isEmpty();
    plugins.follow();
    assertThat(plugins.find("later").map(PluginEntry::state)).hasValue(PluginEntry.State.ON);

    Files.delete(jar);
    plugins.follow();
    plugins.follow();
    assertThat(plugins.find("later")).isEqualTo(Optional.empty());
    assertThat(get("/api/v1/good/notes", "").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsBuiltOnTheServerDoesNotEvenCompile() {
    assertThatThrownBy(
            () ->
                PluginJars.plugin("server")
                    .source("Entry", "class Entry extends org.tuguan.api.plugin.Plugins {}")
                    .write(DIRECTORY.resolve("never.jar")))
        .hasMessageContaining("org.tuguan.api.plugin");
  }
}

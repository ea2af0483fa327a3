package org.tuguan.api.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.tuguan.core.sharing.UseClass;
import org.tuguan.core.sharing.UseFacts;
import org.tuguan.core.sharing.UseOutcome;
import org.tuguan.core.sharing.UseRules;

/** The shipped rules, case by case. */
class UseRulesTest {
  private static final UseRules RULES =
      UseRulesFile.read(new ClassPathResource("tuguan/usage/use-rules.json"));

  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  private static UseClass classify(String agent, String operation, UseOutcome outcome) {
    return RULES.classify(new UseFacts("GET", "/wms", agent, operation, outcome, true, false));
  }

  @Test
  void peopleAndProgramsUse() {
    for (String agent :
        List.of(
            FIREFOX, "", "curl/7.88", "Mozilla/5.0 QGIS/33406/Debian", "GDAL/3.6.2", "Robotti")) {
      assertThat(classify(agent, "GetMap", UseOutcome.OK)).as(agent).isEqualTo(UseClass.USE);
      assertThat(classify(agent, "tile", UseOutcome.NOT_MODIFIED))
          .as(agent)
          .isEqualTo(UseClass.USE);
    }
  }

  @Test
  void monitorsAndCrawlersDoNot() {
    for (String agent :
        List.of(
            "kube-probe/1.29",
            "ELB-HealthChecker/2.0",
            "Prometheus/2.5",
            "Blackbox Exporter/0.24 blackbox",
            "Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
            "check_http/v2.3 (monitoring-plugins 2.3)",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 (compatible; bingbot/2.0)")) {
      assertThat(classify(agent, "GetMap", UseOutcome.OK)).as(agent).isEqualTo(UseClass.PROBE);
    }
  }

  @Test
  void whoSaysWhoTheyAreIsNotAMonitorByName() {
    UseFacts withKey = new UseFacts("GET", "/wms", "uptime", "GetMap", UseOutcome.OK, false, false);
    assertThat(RULES.classify(withKey)).isEqualTo(UseClass.USE);
  }

  @Test
  void failuresAreNeverUse() {
    for (UseOutcome outcome : List.of(UseOutcome.REFUSED, UseOutcome.FAILED, UseOutcome.ABORTED)) {
      assertThat(classify(FIREFOX, "GetMap", outcome)).isEqualTo(UseClass.FAILURE);
    }
  }

  @Test
  void askingForHeadersOnlyIsNotUse() {
    assertThat(
            RULES.classify(
                new UseFacts("HEAD", "/tiles", FIREFOX, "tile", UseOutcome.OK, true, false)))
        .isEqualTo(UseClass.PROBE);
  }

  @Test
  void legendsAndThumbnailsTellOfDataAndAreNone() {
    assertThat(classify(FIREFOX, "GetLegendGraphic", UseOutcome.OK))
        .isEqualTo(UseClass.DESCRIPTION);
    assertThat(classify(FIREFOX, "thumbnail", UseOutcome.OK)).isEqualTo(UseClass.DESCRIPTION);
  }

  @Test
  void ownTestsComeBeforeEverythingElse() {
    assertThat(
            RULES.classify(
                new UseFacts(
                    "HEAD", "/wms", "kube-probe", "GetMap", UseOutcome.FAILED, true, true)))
        .isEqualTo(UseClass.OWN_TEST);
    assertThat(classify("Tuguan-seed", "tile", UseOutcome.OK)).isEqualTo(UseClass.OWN_TEST);
  }

  @Test
  void ownTestsAreKnownByAccountAddressOrSign() {
    OwnTests own =
        new OwnTests(
            new UsageProperties.Own(List.of("tester"), List.of("10.1.0.0/16", "::1"), "secret"));
    assertThat(own.include(Optional.of("tester"), "1.2.3.4", "")).isTrue();
    assertThat(own.include(Optional.empty(), "10.1.77.3", "")).isTrue();
    assertThat(own.include(Optional.empty(), "1.2.3.4", "secret")).isTrue();
    assertThat(own.include(Optional.of("somebody"), "10.2.0.1", "guessed")).isFalse();
    OwnTests nobody = new OwnTests(new UsageProperties.Own(List.of(), List.of(), ""));
    assertThat(nobody.include(Optional.empty(), "1.2.3.4", "")).isFalse();
  }

  @Test
  void rulesThatCannotBeUnderstoodAreRefused() {
    for (String text :
        List.of(
            "{\"version\": 1, \"rules\": [{\"class\": \"nothing\"}]}",
            "{\"version\": 1, \"rules\": [{\"class\": \"use\"}]}",
            "{\"version\": 0, \"rules\": []}",
            "{\"version\": 1, \"rules\": [{\"class\": \"probe\", \"agent\": [\"x\"]}]}")) {
      ByteArrayResource file = new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
      assertThatThrownBy(() -> UseRulesFile.read(file)).as(text).isInstanceOf(Exception.class);
    }
  }
}

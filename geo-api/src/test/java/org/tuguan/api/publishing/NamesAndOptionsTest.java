package org.tuguan.api.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tuguan.core.RequestException;
import org.tuguan.core.catalog.Layer;

class NamesAndOptionsTest {
  @Test
  void layerNamesKeepLettersOfAnyScript() {
    assertThat(LayerNames.layer("臺中市 公廁(2026)")).isEqualTo("臺中市_公廁_2026");
    assertThat(LayerNames.layer("../etc/passwd")).isEqualTo("etc_passwd");
    assertThat(LayerNames.layer("a.b")).isEqualTo("a_b");
    assertThat(LayerNames.layer("長".repeat(200))).matches(Layer.NAME);
    assertThatThrownBy(() -> LayerNames.layer("???"))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("--name");
  }

  @Test
  void tableNamesFitIntoPostgres() {
    String one = LayerNames.table("長".repeat(40));
    String other = LayerNames.table("長".repeat(41));

    assertThat(one.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(57);
    assertThat(one).isNotEqualTo(other);
    assertThat(LayerNames.table("short")).isEqualTo("short");
  }

  @Test
  void argumentsAreSubjectsAndOptions() {
    CommandLine line =
        CommandLine.parse(
            List.of("a.csv", "--title-en", "Two words", "--skip-bad", "--crs=EPSG:3826", "b.csv"),
            Set.of("skip_bad"));

    assertThat(line.subjects()).containsExactly("a.csv", "b.csv");
    assertThat(line.options())
        .isEqualTo(Map.of("title_en", "Two words", "skip_bad", "true", "crs", "EPSG:3826"));
    assertThatThrownBy(() -> CommandLine.parse(List.of("--name"), Set.of()))
        .isInstanceOf(RequestException.class)
        .hasMessage("'--name' needs a value after it");
  }

  @Test
  void unknownOptionsAreRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> PublishOptions.parse(Map.of("table", "a", "colour", "red")))
        .isInstanceOf(RequestException.class)
        .hasMessageContainingAll("colour", "geometry", "title_en");
  }
}

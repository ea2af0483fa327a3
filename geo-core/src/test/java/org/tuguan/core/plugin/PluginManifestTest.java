package org.tuguan.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tuguan.core.LocalText;

class PluginManifestTest {
  private static final String GOOD =
      """
      id=kpi
      version=1.2.3
      title.zh=績效指標
      title.en=Indicators
      core=[0.1,0.2)
      configuration=org.example.Kpi
      """;

  private static PluginManifest read(String text) throws IOException {
    return PluginManifest.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aManifestIsReadInUtf8() throws IOException {
    PluginManifest manifest = read(GOOD);
    assertThat(manifest.title()).isEqualTo(new LocalText("績效指標", "Indicators"));
    assertThat(manifest.version()).isEqualTo(new CoreVersion(1, 2, 3));
    assertThat(manifest.schema()).isEqualTo("plugin_kpi");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> read(GOOD.replace("core=[0.1,0.2)", "")))
        .hasMessage("core is missing");
  }

  @Test
  void anIdThatCouldLeaveItsAddressOrSchemaIsRefused() {
    for (String id : new String[] {"../x", "Kpi", "a", "k.p", "1st", "k-p", "x; DROP"}) {
      assertThatThrownBy(() -> read(GOOD.replace("id=kpi", "id=" + id))).hasMessageContaining("id");
    }
  }

  @Test
  void aRangeHoldsItsFirstVersionAndNotItsLast() {
    VersionRange range = VersionRange.parse("[0.9, 0.10)");
    assertThat(range.contains(new CoreVersion(0, 9, 0))).isTrue();
    assertThat(range.contains(new CoreVersion(0, 9, 99))).isTrue();
    assertThat(range.contains(new CoreVersion(0, 10, 0))).isFalse();
    assertThat(range.contains(new CoreVersion(0, 8, 9))).isFalse();
    assertThatThrownBy(() -> VersionRange.parse("[1,2]")).hasMessageContaining("[0.1,0.2)");
    assertThatThrownBy(() -> VersionRange.parse("[1.0,1.0)")).hasMessageContaining("1.0.0");
  }

  @Test
  void aPageStaysInItsPlugin() {
    assertThatThrownBy(
            () ->
                new PortalPage(
                    "x",
                    LocalText.same("x"),
                    PortalPage.Place.NAVIGATION,
                    "../../js/x.js",
                    Set.of()))
        .hasMessageContaining("../../js/x.js");
  }

  @Test
  void theVersionOfTheLibraryIsThatOfItsBuild() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml"), StandardCharsets.UTF_8))
        .contains("<version>" + CoreVersion.CURRENT + "</version>");
  }
}

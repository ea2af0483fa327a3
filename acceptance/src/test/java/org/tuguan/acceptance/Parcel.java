package org.tuguan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A package as it was downloaded. */
final class Parcel {
  private Parcel() {}

  /**
   * GDAL reads its GeoPackage and its Shapefile without a word of warning: roads with their Chinese
   * names, in TWD97, as many as the page says. Keeps pictures of the licence.
   *
   * @param said of the contents by the page
   */
  static void opensInGdal(Path zip, String said) throws Exception {
    try (ZipFile files = new ZipFile(zip.toFile())) {
      Paper.read(files.getInputStream(files.getEntry("LICENCE.pdf")).readAllBytes(), "licence");
      List<String> names = files.stream().map(ZipEntry::getName).toList();
      assertThat(names)
          .anyMatch(each -> each.endsWith(".gpkg"))
          .anyMatch(each -> each.endsWith(".shp"))
          .anyMatch(each -> each.endsWith(".cpg"));
      for (String name : names.stream().filter(each -> each.matches(".*\\.(gpkg|shp)")).toList()) {
        String told = Clients.run("ogrinfo", "-ro", "-al", "/vsizip/" + zip + "/" + name);
        assertThat(told).doesNotContain("Warning", "ERROR").contains("TWD97 / TM2 zone 121", "路");
        String count = told.replaceFirst("(?s).*Feature Count: (\\d+).*", "$1");
        assertThat(said.replace(",", "")).contains(count + " 個圖徵");
      }
    }
  }
}

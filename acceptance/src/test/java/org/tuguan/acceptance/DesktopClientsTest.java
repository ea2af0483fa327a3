package org.tuguan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GDAL and OWSLib against the packaged server: what a desktop user does first. */
class DesktopClientsTest {
  private static final String WMS =
      "WMS:%s/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=districts,villages&CRS=EPSG:3826"
          + "&BBOX=195000,2655000,265000,2705000&FORMAT=image/png&TRANSPARENT=FALSE";

  private final Server server = Server.get();

  @TempDir Path folder;

  @Test
  void gdalListsTheLayersOfTheWms() throws Exception {
    assertThat(Clients.run("gdalinfo", "WMS:" + server.base() + "/wms"))
        .contains("SUBDATASET_1_NAME")
        .contains("LAYERS=districts")
        .contains("LAYERS=villages");
  }

  @Test
  void gdalCopiesAMapToAPicture() throws Exception {
    Path picture = folder.resolve("map.png");
    Clients.run(
        "gdal_translate",
        "-of",
        "PNG",
        "-outsize",
        "700",
        "500",
        WMS.formatted(server.base()),
        picture.toString());

    BufferedImage map = ImageIO.read(picture.toFile());

    assertThat(map.getWidth()).isEqualTo(700);
    assertThat(Pixels.listColours(map)).hasSizeGreaterThan(10);
  }

  @Test
  void ogrCopiesEveryVillageWithItsChineseName() throws Exception {
    Path copy = folder.resolve("villages.gpkg");
    Clients.run("ogr2ogr", copy.toString(), "OAPIF:" + server.base() + "/ogc", "villages");

    assertThat(Clients.run("ogrinfo", "-so", copy.toString(), "villages"))
        .contains("Feature Count: 625");
    assertThat(Clients.run("ogrinfo", "-q", copy.toString(), "villages", "-where", "name_zh='繼光里'"))
        .contains("繼光里")
        .contains("中區");
  }

  @Test
  void ogrListsTheCollections() throws Exception {
    assertThat(Clients.run("ogrinfo", "-ro", "OAPIF:" + server.base() + "/ogc"))
        .contains("districts")
        .contains("villages")
        .contains("buildings");
  }

  @Test
  void owslibReadsAndDrawsBothVersionsOfTheWms() throws Exception {
    String script =
        """
        import sys
        from owslib.wms import WebMapService
        for version in ('1.1.1', '1.3.0'):
            wms = WebMapService(sys.argv[1] + '/wms', version=version)
            layer = wms['villages']
            assert layer.title, version
            assert 'EPSG:3826' in layer.crsOptions, layer.crsOptions
            w, s, e, n = layer.boundingBoxWGS84
            assert 120 < w < e < 122 and 23 < s < n < 25, layer.boundingBoxWGS84
            for crs, box in (('EPSG:3826', (195000, 2655000, 265000, 2705000)), ('EPSG:4326', (120.5, 24.0, 121.0, 24.4))):
                picture = wms.getmap(layers=['villages'], styles=[''], srs=crs, bbox=box, size=(400, 300),
                                     format='image/png', transparent=True).read()
                assert picture[:4] == b'\\x89PNG', picture[:200]
            info = wms.getfeatureinfo(layers=['villages'], query_layers=['villages'], styles=[''], srs='EPSG:4326',
                                      bbox=(120.6, 24.1, 120.7, 24.2), size=(200, 200), xy=(100, 100),
                                      info_format='application/json').read().decode('utf-8')
            assert '里' in info, info
            print(version, 'fine')
        """;
    assertThat(Clients.python(script, server.base())).contains("1.1.1 fine", "1.3.0 fine");
  }

  @Test
  void aWholeLayerComesAsAFile() throws Exception {
    Path json = folder.resolve("villages.geojson");
    Files.write(json, server.get("/api/v1/layers/villages/data.geojson").body());
    assertThat(Clients.run("ogrinfo", "-so", "-al", json.toString()))
        .contains("Feature Count: 625")
        .contains("WGS 84");

    String csv = server.text("/api/v1/layers/villages/data.csv?crs=EPSG:3826");
    assertThat(csv).startsWith("\uFEFFid,village_code,name_zh").contains("繼光里");
    assertThat(csv.lines()).hasSize(626);
    assertThat(server.get("/api/v1/layers/villages/data.doc").statusCode()).isEqualTo(400);
  }

  @Test
  void everyFormatOpensWithAllVillagesAndTheirNames() throws Exception {
    for (String format : new String[] {"gpkg", "fgb", "kml", "shp", "shp-big5", "dxf"}) {
      var answer = server.get("/api/v1/layers/villages/data." + format + "?crs=EPSG:3826");
      boolean packed = format.startsWith("shp");
      Path file = folder.resolve("villages-" + format + (packed ? ".zip" : "." + format));
      Files.write(file, answer.body());
      assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(Files.size(file));

      String seen = Clients.run("ogrinfo", "-al", (packed ? "/vsizip/" : "") + file);

      if (format.equals("dxf")) {
        assertThat(seen).contains("Layer name: entities");
      } else {
        assertThat(seen).as(format).contains("Feature Count: 625", "繼光里");
      }
      if (format.equals("gpkg") || packed) {
        assertThat(seen).as(format).contains("TWD97 / TM2 zone 121");
      }
    }
  }
}

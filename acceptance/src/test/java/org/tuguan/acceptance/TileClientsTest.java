package org.tuguan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GDAL and OWSLib against the tiles of the packaged server. */
class TileClientsTest {
  private final Server server = Server.get();

  @TempDir Path folder;

  private String wmts(String set) {
    return "WMTS:%s/wmts/1.0.0/WMTSCapabilities.xml,layer=villages,tilematrixset=%s"
        .formatted(server.base(), set);
  }

  @Test
  void gdalListsEveryLayerInEveryGrid() throws Exception {
    assertThat(
            Clients.run(
                "gdalinfo", "WMTS:" + server.base() + "/wmts?service=WMTS&request=GetCapabilities"))
        .contains("layer=villages,tilematrixset=WebMercatorQuad")
        .contains("layer=villages,tilematrixset=WorldCRS84Quad")
        .contains("layer=villages,tilematrixset=TWD97TM2Quad");
    assertThat(Clients.run("gdalinfo", wmts("TWD97TM2Quad"))).contains("ID[\"EPSG\",3826]");
  }

  /** The same ground in the grid and as a map: GDAL must find the tiles where the map has them. */
  @Test
  void gdalPutsTilesTogetherToTheMap() throws Exception {
    String[] box = {"205000", "2685000", "225000", "2665000"};
    Path tiles = folder.resolve("tiles.png");
    Clients.run(
        "gdal_translate",
        "-of",
        "PNG",
        "-projwin",
        box[0],
        box[1],
        box[2],
        box[3],
        "-outsize",
        "625",
        "625",
        wmts("TWD97TM2Quad"),
        tiles.toString());
    byte[] drawn =
        server
            .get(
                "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=villages&STYLES=&CRS=EPSG:3826"
                    + "&BBOX=205000,2665000,225000,2685000&WIDTH=625&HEIGHT=625&FORMAT=image/png&TRANSPARENT=TRUE")
            .body();
    BufferedImage map = ImageIO.read(new ByteArrayInputStream(drawn));
    BufferedImage together = ImageIO.read(tiles.toFile());

    assertThat(overlap(map, together, 0)).isGreaterThan(0.55);
    assertThat(overlap(map, together, 3)).isLessThan(0.35);
  }

  /** Share of pixels drawn in both pictures; dashes and labels are not in the same places. */
  private static double overlap(BufferedImage one, BufferedImage other, int shift) {
    int both = 0;
    int either = 0;
    for (int y = shift; y < one.getHeight(); y++) {
      for (int x = shift; x < one.getWidth(); x++) {
        boolean here = one.getRGB(x, y) >>> 24 > 96;
        boolean there = other.getRGB(x - shift, y - shift) >>> 24 > 96;
        both += here && there ? 1 : 0;
        either += here || there ? 1 : 0;
      }
    }
    assertThat(either).isGreaterThan(5_000);
    return both / (double) either;
  }

  @Test
  void ogrReadsVectorTiles() throws Exception {
    String tile = "MVT:" + server.base() + "/tiles/villages,roads/12/3421/1764.mvt";

    assertThat(Clients.run("ogrinfo", "-ro", "-q", tile)).contains("villages", "roads");
    assertThat(Clients.run("ogrinfo", "-ro", "-q", tile, "villages", "-where", "name_zh='繼光里'"))
        .contains("繼光里", "中區", "POLYGON");
  }

  @Test
  void owslibReadsWmtsAndItsFaults() throws Exception {
    String script =
        """
        import sys
        from owslib.wmts import WebMapTileService
        wmts = WebMapTileService(sys.argv[1] + '/wmts')
        assert wmts.provider.name, 'provider'
        layer = wmts['villages']
        w, s, e, n = layer.boundingBoxWGS84
        assert 120 < w < e < 122 and 23 < s < n < 25, layer.boundingBoxWGS84
        for grid in ('WebMercatorQuad', 'WorldCRS84Quad', 'TWD97TM2Quad'):
            limits = layer.tilematrixsetlinks[grid].tilematrixlimits['10']
            tile = wmts.gettile(layer='villages', tilematrixset=grid, tilematrix='10', row=limits.mintilerow,
                                column=limits.mintilecol, format='image/png').read()
            assert tile[:4] == b'\\x89PNG', tile[:200]
        try:
            wmts.gettile(layer='villages', tilematrixset='WebMercatorQuad', tilematrix='10', row=1, column=1,
                         format='image/png')
            assert False, 'no fault'
        except Exception as fault:
            assert 'TileOutOfRange' in str(fault), fault
        print('fine')
        """;
    assertThat(Clients.python(script, server.base())).contains("fine");
  }
}

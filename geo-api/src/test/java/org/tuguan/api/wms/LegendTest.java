package org.tuguan.api.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tuguan.api.wms.Wms.Reply;

/** GetLegendGraphic. */
@BlueLakeServer
class LegendTest {
  private static final String LEGEND =
      "VERSION=1.1.1&REQUEST=GetLegendGraphic&LAYER=cite:Lakes&FORMAT=image/png";

  private final Wms wms;

  LegendTest(@Autowired Wms wms) {
    this.wms = wms;
  }

  @Test
  void symbolHasTheColourOfTheMap() {
    Reply legend = wms.get(LEGEND + "&STYLE=night");
    BufferedImage picture = legend.image();

    assertThat(legend.mediaType()).isEqualTo("image/png");
    assertThat(picture.getRGB(16, picture.getHeight() / 2)).isEqualTo(0xFF102040);
    assertThat(picture.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
    assertThat(wms.get(LEGEND + "&TRANSPARENT=true").image().getRGB(0, 0)).isZero();
  }

  @Test
  void symbolsGrowWithSizeAndSharpness() {
    BufferedImage plain = wms.get(LEGEND).image();
    BufferedImage large = wms.get(LEGEND + "&WIDTH=48&HEIGHT=40").image();
    BufferedImage sharp = wms.get(LEGEND + "&FORMAT_OPTIONS=dpi:180").image();

    assertThat(large.getWidth() - plain.getWidth()).isEqualTo(24);
    assertThat(sharp.getWidth()).isEqualTo(2 * plain.getWidth());
    assertThat(sharp.getHeight()).isEqualTo(2 * plain.getHeight());
    assertThat(sharp.getRGB(32, sharp.getHeight() / 2)).isEqualTo(0xFF4040C0);
  }

  @Test
  void programsMayHaveItAsJson() {
    Reply legend =
        wms.get(LEGEND.replace("image/png", "application/json") + "&STYLE=night&LANGUAGE=en");

    assertThat(legend.mediaType()).isEqualTo("application/json");
    assertThat(legend.text()).contains("#102040", "\"maxScaleDenominator\":50000");
  }

  @ParameterizedTest
  @CsvSource({
    "LAYER, nope, LayerNotDefined",
    "STYLE, nope, StyleNotDefined",
    "FORMAT, image/bmp, InvalidFormat",
    "RULE, nope, ''",
    "SCALE, far, ''",
    "WIDTH, 100000, ''",
    "SLD, http://127.0.0.1/, ''",
  })
  void badRequestsSayWhichParameter(String parameter, String value, String code) {
    Reply reply =
        wms.get(
            LEGEND.replace("1.1.1", "1.3.0").replaceAll("&" + parameter + "=[^&]*", "")
                + "&"
                + parameter
                + "="
                + value);

    assertThat(reply.xpath("//ogc:ServiceException/@code")).isEqualTo(code);
    assertThat(reply.xpath("//ogc:ServiceException/@locator")).isEqualTo(parameter);
  }
}

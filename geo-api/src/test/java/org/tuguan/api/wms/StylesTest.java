package org.tuguan.api.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tuguan.api.wms.Wms.Reply;

/** GetStyles and DescribeLayer. */
@BlueLakeServer
class StylesTest {
  private final Wms wms;

  StylesTest(@Autowired Wms wms) {
    this.wms = wms;
  }

  @Test
  void stylesComeBackReadyToBeSentAgain() {
    Reply styles = wms.get("VERSION=1.1.1&REQUEST=GetStyles&LAYERS=cite:Lakes,cite:Forests");

    assertThat(styles.mediaType()).isEqualTo("application/vnd.ogc.sld+xml");
    assertThat(styles.xpath("count(//sld:NamedLayer)")).isEqualTo("2");
    assertThat(styles.xpath("//sld:NamedLayer[1]/sld:UserStyle[2]/*[local-name()='Name']"))
        .isEqualTo("night");
    Reply map =
        wms.post(
            "VERSION=1.3.0&REQUEST=GetMap&LAYERS=cite:Lakes&STYLES=night&CRS=CRS:84&BBOX=0,-0.002,0.004,0"
                + "&WIDTH=200&HEIGHT=100&FORMAT=image/png&SLD_BODY="
                + URLEncoder.encode(styles.text(), StandardCharsets.UTF_8));
    assertThat(map.pixel(50, 60)).isEqualTo("FF102040");
  }

  @Test
  void stylesOfUnknownLayersAreRefused() {
    assertThat(wms.get("VERSION=1.3.0&REQUEST=GetStyles&LAYERS=nope").text())
        .contains("LayerNotDefined");
    assertThat(wms.get("VERSION=1.3.0&REQUEST=DescribeLayer").text()).contains("LAYERS");
  }

  @Test
  void describedLayersFitTheDocumentType() throws Exception {
    Reply reply = wms.get("VERSION=1.1.1&REQUEST=DescribeLayer&LAYERS=cite:Lakes,city_hall");

    assertThat(reply.mediaType()).isEqualTo("text/xml");
    OgcSchemas.validateDtd(reply.text());
    assertThat(reply.xpath("//LayerDescription[1]/@name")).isEqualTo("cite:Lakes");
    assertThat(reply.xpath("//LayerDescription[2]/Query/@typeName")).isEqualTo("city_hall");
  }
}

package org.tuguan.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.GeoTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFImageReadParam;
import org.junit.jupiter.api.Test;

class ElevationTiffTest {

  @Test
  void theFileSaysWhereItLiesAndInWhichSystem() throws IOException {
    ElevationTiff elevation = new DemoCity(new DemoSize(0, 100, 0, 0)).elevation();
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(elevation.bytes())));
    TIFFImageReadParam options = (TIFFImageReadParam) reader.getDefaultReadParam();
    options.addAllowedTagSet(GeoTIFFTagSet.getInstance());
    TIFFDirectory directory =
        TIFFDirectory.createFromMetadata(reader.readAll(0, options).getMetadata());
    assertThat(directory.getTIFFField(GeoTIFFTagSet.TAG_MODEL_PIXEL_SCALE).getAsDoubles())
        .containsExactly(250, 250, 0);
    assertThat(directory.getTIFFField(GeoTIFFTagSet.TAG_MODEL_TIE_POINT).getAsDoubles())
        .containsExactly(0, 0, 0, elevation.bounds().minX(), elevation.bounds().maxY(), 0);
    assertThat(directory.getTIFFField(GeoTIFFTagSet.TAG_GEO_KEY_DIRECTORY).getAsChars())
        .endsWith('\u0C00', '\u0000', '\u0001', (char) 3826);
    assertThat(reader.getWidth(0) * 250.0).isEqualTo(elevation.bounds().width());
  }
}

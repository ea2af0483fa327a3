package org.tuguan.core.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An independent program gives the same coordinates. */
class GdalAgreementTest {
  private static final String TWD67_ELLIPSOID =
      " +a=6378160 +rf=298.25 +lat_0=0 +k=0.9999 +x_0=250000";

  @ParameterizedTest
  @CsvSource({
    "CRS:84, EPSG:3826",
    "CRS:84, EPSG:3825",
    "CRS:84, EPSG:3857",
    "EPSG:3826, CRS:84",
    "EPSG:3826, EPSG:3825",
    "EPSG:3826, EPSG:3857",
    "EPSG:3857, EPSG:3826",
    "EPSG:3821, EPSG:3828",
    "EPSG:3828, EPSG:3827",
    "EPSG:3827, EPSG:3821"
  })
  void sameAsGdal(String from, String to) {
    Crs source = Crs.parse("from", from);
    Crs target = Crs.parse("to", to);
    double[] points = randomPoints(source);
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < points.length; i += 2) {
      input.append(String.format(Locale.ROOT, "%.12f %.12f%n", points[i], points[i + 1]));
    }

    String[] lines =
        CommandLine.run(
                input.toString(),
                "gdaltransform",
                "-output_xy",
                "-s_srs",
                definition(source),
                "-t_srs",
                definition(target))
            .strip()
            .split("\n", -1);
    CoordinateTransform.between(source, target).apply(points, 0, points, 0, points.length / 2);

    assertThat(lines).hasSize(points.length / 2);
    double allowed = target.geographic() ? 1e-9 : 1e-4;
    for (int i = 0; i < lines.length; i++) {
      String[] xy = lines[i].strip().split(" ", 2);
      assertThat(points[2 * i]).isCloseTo(Double.parseDouble(xy[0]), within(allowed));
      assertThat(points[2 * i + 1]).isCloseTo(Double.parseDouble(xy[1]), within(allowed));
    }
  }

  private static double[] randomPoints(Crs crs) {
    Random random = new Random(crs.srid());
    double[] points = new double[400];
    for (int i = 0; i < points.length; i += 2) {
      points[i] = 110 + 20 * random.nextDouble();
      points[i + 1] = -5 + 50 * random.nextDouble();
    }
    Crs degrees = crs.datum() == Crs.Datum.TWD67 ? Crs.TWD67 : Crs.CRS84;
    CoordinateTransform.between(degrees, crs).apply(points, 0, points, 0, points.length / 2);
    return points;
  }

  /** Of TWD67 the bare projection, since GDAL knows no datum shift for it. */
  private static String definition(Crs crs) {
    return switch (crs.srid()) {
      case 4326 -> "OGC:CRS84";
      case 3821 -> "+proj=longlat +a=6378160 +rf=298.25";
      case 3828 -> "+proj=tmerc +lon_0=121" + TWD67_ELLIPSOID;
      case 3827 -> "+proj=tmerc +lon_0=119" + TWD67_ELLIPSOID;
      default -> crs.code();
    };
  }
}

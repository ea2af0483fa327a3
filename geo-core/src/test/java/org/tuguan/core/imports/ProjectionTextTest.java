package org.tuguan.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tuguan.core.crs.Crs;

class ProjectionTextTest {
  private static String zone(String name, String datum, int meridian, String scale) {
    return """
    PROJCS["%s",GEOGCS["GCS_%2$s",DATUM["D_%2$s",SPHEROID["x",6378137.0,298.25]],
    PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],
    PARAMETER["False_Easting",250000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",%3$d.0],
    PARAMETER["Scale_Factor",%4$s],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
    """
        .formatted(name, datum, meridian, scale);
  }

  @Test
  void zonesOfBothDatumsAreRecognised() {
    assertThat(ProjectionText.find(zone("TWD_1997_TM_Taiwan", "TWD_1997", 121, "0.9999")))
        .contains(Crs.TWD97_TM2_121);
    assertThat(ProjectionText.find(zone("TWD97 / TM2 zone 119", "TWD97", 119, "0.9999")))
        .contains(Crs.TWD97_TM2_119);
    assertThat(ProjectionText.find(zone("TWD_1967_TM_Taiwan", "TWD_1967", 121, "0.9999")))
        .contains(Crs.TWD67_TM2_121);
  }

  @Test
  void whatIsNotKnownBeyondDoubtIsNotGuessed() {
    assertThat(ProjectionText.find(zone("UTM", "TWD97", 123, "0.9996"))).isEmpty();
    assertThat(ProjectionText.find(zone("TWD97 other scale", "TWD97", 121, "1.0"))).isEmpty();
    assertThat(ProjectionText.find(zone("local", "Local_Datum", 121, "0.9999"))).isEmpty();
    assertThat(ProjectionText.find("garbage")).isEmpty();
  }

  @Test
  void geographicAndWebSystemsAreRecognised() {
    assertThat(
            ProjectionText.find(
                "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                    + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]"))
        .contains(Crs.WGS84);
    assertThat(
            ProjectionText.find(
                "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\",GEOGCS[\"GCS_WGS_1984\"],PROJECTION[\"x\"]]"))
        .contains(Crs.WEB_MERCATOR);
    assertThat(ProjectionText.find("PROJCS[\"x\",AUTHORITY[\"EPSG\",\"3825\"]]"))
        .contains(Crs.TWD97_TM2_119);
  }
}

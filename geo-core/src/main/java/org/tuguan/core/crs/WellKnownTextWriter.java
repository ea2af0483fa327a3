package org.tuguan.core.crs;

import java.util.Locale;

/**
 * Definitions of the known systems as other programs read them: WKT 1 (OGC 01-009) with EPSG codes,
 * and the dialect of {@code .prj} files, whose names ArcGIS knows.
 */
final class WellKnownTextWriter {
  private static final String METRE = "UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]]";
  private static final String GREENWICH =
      "PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
          + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]]";

  private WellKnownTextWriter() {}

  static String ogc(Crs crs) {
    return switch (crs.srid()) {
      case 3821 -> twd67();
      case 3824 -> twd97();
      case 3825, 3826 -> zone(crs, twd97());
      case 3827, 3828 -> zone(crs, twd67());
      case 3857 -> mercator();
      default -> wgs84();
    };
  }

  static String esri(Crs crs) {
    return switch (crs.srid()) {
      case 3821 -> esriTwd67();
      case 3824 -> esriTwd97();
      case 3825 -> esriZone("TWD_1997_TM_Penghu", esriTwd97(), 119);
      case 3826 -> esriZone("TWD_1997_TM_Taiwan", esriTwd97(), 121);
      case 3827 -> esriZone("TWD_1967_TM_Penghu", esriTwd67(), 119);
      case 3828 -> esriZone("TWD_1967_TM_Taiwan", esriTwd67(), 121);
      case 3857 -> esriMercator();
      default -> esriWgs84();
    };
  }

  private static String zone(Crs crs, String base) {
    int meridian = crs.srid() % 2 == 0 ? 121 : 119;
    return String.format(
        Locale.ROOT,
        "PROJCS[\"%s\",%s,PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
            + "PARAMETER[\"central_meridian\",%d],PARAMETER[\"scale_factor\",0.9999],"
            + "PARAMETER[\"false_easting\",250000],PARAMETER[\"false_northing\",0],%s,"
            + "AXIS[\"X\",EAST],AXIS[\"Y\",NORTH],AUTHORITY[\"EPSG\",\"%d\"]]",
        crs.title().en(),
        base,
        meridian,
        METRE,
        crs.srid());
  }

  private static String twd97() {
    return "GEOGCS[\"TWD97\",DATUM[\"Taiwan_Datum_1997\",SPHEROID[\"GRS 1980\",6378137,298.257222101,"
        + "AUTHORITY[\"EPSG\",\"7019\"]],AUTHORITY[\"EPSG\",\"1026\"]],"
        + GREENWICH
        + ",AUTHORITY[\"EPSG\",\"3824\"]]";
  }

  private static String twd67() {
    return "GEOGCS[\"TWD67\",DATUM[\"Taiwan_Datum_1967\",SPHEROID[\"GRS 1967 Modified\",6378160,298.25,"
        + "AUTHORITY[\"EPSG\",\"7050\"]],AUTHORITY[\"EPSG\",\"1025\"]],"
        + GREENWICH
        + ",AUTHORITY[\"EPSG\",\"3821\"]]";
  }

  private static String wgs84() {
    return "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
        + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],"
        + GREENWICH
        + ",AUTHORITY[\"EPSG\",\"4326\"]]";
  }

  private static String mercator() {
    return "PROJCS[\"WGS 84 / Pseudo-Mercator\","
        + wgs84()
        + ",PROJECTION[\"Mercator_1SP\"],PARAMETER[\"central_meridian\",0],PARAMETER[\"scale_factor\",1],"
        + "PARAMETER[\"false_easting\",0],PARAMETER[\"false_northing\",0],"
        + METRE
        + ",AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH],EXTENSION[\"PROJ4\",\"+proj=merc +a=6378137 "
        + "+b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs\"],"
        + "AUTHORITY[\"EPSG\",\"3857\"]]";
  }

  private static String esriZone(String name, String base, int meridian) {
    return String.format(
        Locale.ROOT,
        "PROJCS[\"%s\",%s,PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",250000.0],"
            + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",%d.0],"
            + "PARAMETER[\"Scale_Factor\",0.9999],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]",
        name,
        base,
        meridian);
  }

  private static String esriTwd97() {
    return esriDegrees("TWD_1997", "GRS_1980", "298.257222101", "6378137.0");
  }

  private static String esriTwd67() {
    return esriDegrees("TWD_1967", "GRS_1967_Truncated", "298.25", "6378160.0");
  }

  private static String esriWgs84() {
    return esriDegrees("WGS_1984", "WGS_1984", "298.257223563", "6378137.0");
  }

  private static String esriDegrees(String name, String ellipsoid, String flattening, String axis) {
    return "GEOGCS[\"GCS_%s\",DATUM[\"D_%s\",SPHEROID[\"%s\",%s,%s]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]"
        .formatted(name, name, ellipsoid, axis, flattening);
  }

  private static String esriMercator() {
    return "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\","
        + esriWgs84()
        + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],"
        + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],"
        + "PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],UNIT[\"Meter\",1.0]]";
  }
}

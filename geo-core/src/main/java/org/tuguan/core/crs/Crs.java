package org.tuguan.core.crs;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * A coordinate reference system: those of Taiwan and of the web, all defined here, so that no EPSG
 * database is asked. There are no others.
 *
 * <p>Immutable; equal if the codes are equal. CRS:84 and EPSG:4326 differ in axis order only.
 */
public final class Crs {
  /** How the coordinates of a system relate to those of WGS 84. */
  enum Datum {
    /** WGS 84, and TWD97, which is within a metre of it and taken as equal. */
    WGS84,
    /** TWD67: some 850 m from the others; {@link Twd67Shift} is the only way across. */
    TWD67
  }

  public static final Crs TWD97_TM2_121 =
      projected(3826, "TWD97 / TM2 zone 121", "TWD97 二度分帶（121 分帶）", Datum.WGS84, 121);
  public static final Crs TWD97_TM2_119 =
      projected(3825, "TWD97 / TM2 zone 119", "TWD97 二度分帶（119 分帶，澎湖）", Datum.WGS84, 119);
  public static final Crs TWD67_TM2_121 =
      projected(3828, "TWD67 / TM2 zone 121", "TWD67 二度分帶（121 分帶）", Datum.TWD67, 121);
  public static final Crs TWD67_TM2_119 =
      projected(3827, "TWD67 / TM2 zone 119", "TWD67 二度分帶（119 分帶，澎湖）", Datum.TWD67, 119);
  public static final Crs TWD97 = geographic(3824, "TWD97", "TWD97 經緯度", Datum.WGS84);
  public static final Crs TWD67 = geographic(3821, "TWD67", "TWD67 經緯度", Datum.TWD67);
  public static final Crs WGS84 = geographic(4326, "WGS 84", "WGS 84 經緯度", Datum.WGS84);
  public static final Crs CRS84 =
      new Crs(
          "CRS:84",
          4326,
          "WGS 84 (longitude, latitude)",
          "WGS 84 經緯度（經度在前）",
          Datum.WGS84,
          true,
          false,
          new PlateCarree());
  public static final Crs WEB_MERCATOR =
      new Crs(
          "EPSG:3857",
          3857,
          "WGS 84 / Pseudo-Mercator",
          "網路麥卡托",
          Datum.WGS84,
          false,
          false,
          new WebMercator());

  private static final List<Crs> KNOWN =
      List.of(
          TWD97_TM2_121,
          TWD97_TM2_119,
          WEB_MERCATOR,
          WGS84,
          CRS84,
          TWD67_TM2_121,
          TWD67_TM2_119,
          TWD97,
          TWD67);

  /**
   * {@code EPSG:n}, {@code urn:ogc:def:crs:EPSG:version:n}, {@code
   * http://www.opengis.net/def/crs/EPSG/version/n}.
   */
  private static final Pattern EPSG =
      Pattern.compile(
          "(?:EPSG:|URN:(?:X-)?OGC:DEF:CRS:EPSG:[^:]*:|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/EPSG/[^/]+/)(\\d{4,6})");

  private static final Pattern LON_LAT =
      Pattern.compile(
          "(?:OGC:)?CRS:?84|URN:(?:X-)?OGC:DEF:CRS:OGC:[^:]*:CRS84|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/OGC/[^/]+/CRS84");

  private final String code;
  private final int srid;
  private final LocalText title;
  private final Datum datum;
  private final boolean geographic;
  private final boolean northFirst;
  private final Projection projection;

  @SuppressWarnings("TooManyParameters")
  private Crs(
      String code,
      int srid,
      String nameEn,
      String nameZh,
      Datum datum,
      boolean geographic,
      boolean northFirst,
      Projection projection) {
    this.code = code;
    this.srid = srid;
    this.title = new LocalText(nameZh, nameEn);
    this.datum = datum;
    this.geographic = geographic;
    this.northFirst = northFirst;
    this.projection = projection;
  }

  private static Crs projected(int epsg, String en, String zh, Datum datum, double meridian) {
    Projection projection =
        datum == Datum.TWD67
            ? new TransverseMercator(6378160, 298.25, meridian)
            : new TransverseMercator(6378137, 298.257222101, meridian);
    return new Crs("EPSG:" + epsg, epsg, en, zh, datum, false, false, projection);
  }

  private static Crs geographic(int epsg, String en, String zh, Datum datum) {
    return new Crs("EPSG:" + epsg, epsg, en, zh, datum, true, true, new PlateCarree());
  }

  /** The systems every layer can be asked for, in the order of capabilities documents. */
  public static List<Crs> listKnown() {
    return KNOWN;
  }

  /** The known system that this text names, in any of the usual spellings; empty for all others. */
  public static Optional<Crs> find(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    if (LON_LAT.matcher(upper).matches()) {
      return Optional.of(CRS84);
    }
    Matcher matcher = EPSG.matcher(upper);
    return matcher.matches() ? findSrid(Integer.parseInt(matcher.group(1))) : Optional.empty();
  }

  /**
   * As {@link #find}; if there is none, a fault that names the parameter and lists what is allowed.
   */
  public static Crs parse(String parameter, String text) {
    return find(text)
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.UNKNOWN_CRS,
                    parameter,
                    "%s=%s: allowed are %s"
                        .formatted(
                            parameter,
                            RequestException.quote(text),
                            String.join(", ", KNOWN.stream().map(Crs::code).toList()))));
  }

  /** By PostGIS SRID; 4326 gives EPSG:4326. */
  public static Optional<Crs> findSrid(int srid) {
    Stream<Crs> candidates = KNOWN.stream().filter(crs -> crs.srid == srid && !crs.equals(CRS84));
    return candidates
        .findFirst()
        .or(() -> srid == 900913 ? Optional.of(WEB_MERCATOR) : Optional.empty());
  }

  /**
   * The known system that a definition means: a {@code .prj} file, WKT 1 or 2, in the spellings of
   * OGC, ESRI and GDAL. Projected and geographic systems are told by datum, ellipsoid and
   * parameters, since names are used freely; everything else is empty.
   */
  public static Optional<Crs> findWkt(String wkt) {
    return WellKnownText.find(wkt);
  }

  /**
   * The system a pair of numbers from Taiwan is most likely in: degrees, TM2 zone 121 or web
   * Mercator. TWD67 cannot be told from TWD97, nor zone 119 from 121, and they are never guessed.
   *
   * @param x east or longitude
   */
  public static Optional<Crs> guess(double x, double y) {
    if (new Envelope(114, 124.5, 10, 27).contains(x, y)) {
      return Optional.of(CRS84);
    }
    if (new Envelope(-50_000, 700_000, 2_300_000, 2_950_000).contains(x, y)) {
      return Optional.of(TWD97_TM2_121);
    }
    return new Envelope(12_690_000, 13_860_000, 1_100_000, 3_140_000).contains(x, y)
        ? Optional.of(WEB_MERCATOR)
        : Optional.empty();
  }

  /** {@code EPSG:3826} or {@code CRS:84}. */
  public String code() {
    return code;
  }

  /** SRID in PostGIS, where x is always east. */
  public int srid() {
    return srid;
  }

  /** As OGC API spells it, for example {@code http://www.opengis.net/def/crs/EPSG/0/3826}. */
  public String uri() {
    return this.equals(CRS84)
        ? "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
        : "http://www.opengis.net/def/crs/EPSG/0/" + srid;
  }

  /** Its definition in WKT 1 with EPSG codes (OGC 01-009); CRS:84 gives that of EPSG:4326. */
  public String wkt() {
    return WellKnownTextWriter.ogc(this);
  }

  /** Its definition as it stands in a {@code .prj} file, with the names that ArcGIS uses. */
  public String esriWkt() {
    return WellKnownTextWriter.esri(this);
  }

  public LocalText title() {
    return title;
  }

  /**
   * True if the authority writes north (latitude) before east; matters for WMS 1.3.0 and OGC API
   * only.
   */
  public boolean northFirst() {
    return northFirst;
  }

  /** True if the unit is the degree, otherwise it is the metre. */
  public boolean geographic() {
    return geographic;
  }

  /**
   * Metres to a unit as the OGC counts them for scale denominators (WMS 1.3.0, 7.2.4.6.9): degrees
   * along the equator of WGS 84.
   */
  public double metresPerUnit() {
    return geographic ? 6378137.0 * Math.PI / 180 : 1;
  }

  Datum datum() {
    return datum;
  }

  /** On the ellipsoid of its datum. */
  Projection projection() {
    return projection;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Crs that && code.equals(that.code);
  }

  @Override
  public int hashCode() {
    return Objects.hash(code);
  }

  @Override
  public String toString() {
    return code;
  }
}

package org.tuguan.core.imports;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;

/** Which system a file's coordinates are in, and in which one they are stored. */
final class CrsChoice {
  private CrsChoice() {}

  /** A clause for messages. */
  static String allowed() {
    return "give one of "
        + Crs.listKnown().stream().map(Crs::code).collect(Collectors.joining(", "))
        + " with --crs (form field crs)";
  }

  /**
   * The declared system, else the one that most rows look like.
   *
   * @param counts how many rows have coordinates of each size
   */
  static DeclaredCrs choose(
      String file, Optional<DeclaredCrs> declared, Map<Magnitude, Long> counts) {
    Map<Magnitude, Long> known = new EnumMap<>(counts);
    known.remove(Magnitude.NOWHERE);
    Magnitude most =
        known.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(Magnitude.DEGREES);
    if (declared.isPresent()) {
      refuseMismatch(file, declared.get(), most, known);
      return declared.get();
    }
    return switch (most) {
      case DEGREES ->
          new DeclaredCrs(
              Crs.WGS84,
              new LocalText(
                  "檔案未註明；坐標數值為經緯度，視為 WGS 84",
                  "not declared; the coordinates are degrees, taken as WGS 84"));
      case TM2 ->
          new DeclaredCrs(
              Crs.TWD97_TM2_121,
              new LocalText(
                  "檔案未註明；坐標數值像二度分帶公尺，視為 TWD97（若為 TWD67 請指定 --crs EPSG:3828）",
                  "not declared; the coordinates look like TM2 metres and are taken as TWD97 (if"
                      + " they are TWD67, say --crs EPSG:3828)"));
      default ->
          throw new RequestException(
              Fault.UNKNOWN_CRS,
              "crs",
              new LocalText(
                  "%s 沒有註明坐標系統，坐標%s；請以 --crs 指定"
                      .formatted(RequestException.quote(file), most.words().zh()),
                  "%s does not say its coordinate system, and its coordinates %s; %s"
                      .formatted(RequestException.quote(file), most.words().en(), allowed())));
    };
  }

  private static void refuseMismatch(
      String file, DeclaredCrs declared, Magnitude most, Map<Magnitude, Long> known) {
    if (!known.isEmpty() && !most.fits(declared.crs())) {
      throw new RequestException(
          Fault.UNKNOWN_CRS,
          "crs",
          new LocalText(
              "%s 的坐標系統是 %s（%s），但坐標%s；請以 --crs 指定"
                  .formatted(
                      RequestException.quote(file),
                      declared.crs().code(),
                      declared.reason().zh(),
                      most.words().zh()),
              "%s is in %s (%s), but its coordinates %s; %s"
                  .formatted(
                      RequestException.quote(file),
                      declared.crs().code(),
                      declared.reason().en(),
                      most.words().en(),
                      allowed())));
    }
  }

  /** TWD67 is never stored; its place is taken by the TWD97 system of the same kind. */
  static Crs stored(Crs source) {
    if (source.equals(Crs.TWD67_TM2_121) || source.equals(Crs.TWD67)) {
      return Crs.TWD97_TM2_121;
    }
    if (source.equals(Crs.TWD67_TM2_119)) {
      return Crs.TWD97_TM2_119;
    }
    return source.equals(Crs.CRS84) ? Crs.WGS84 : source;
  }
}

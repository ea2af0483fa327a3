package org.tuguan.plugin.coverage.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.plugin.coverage.LonLat;
import org.tuguan.plugin.coverage.figure.Change;
import org.tuguan.plugin.coverage.inventory.Technology;

/** A change as it is sent; what an operation does not need may be missing. */
public record ChangeJson(
    String op,
    String id,
    Double lon,
    Double lat,
    String technology,
    Double radiusM,
    Double eirpDbm) {
  private static final int MOST = 2_000;

  Change change() {
    Change.Op operation =
        Arrays.stream(Change.Op.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(op))
            .findFirst()
            .orElseThrow(
                () ->
                    RequestException.invalid(
                        "changes.op",
                        String.valueOf(op),
                        new LocalText(
                            "應為 add、move、remove 或 power", "expected add, move, remove or power")));
    boolean placed = operation == Change.Op.ADD || operation == Change.Op.MOVE;
    if (placed && (lon == null || lat == null)) {
      throw RequestException.missing(lon == null ? "changes.lon" : "changes.lat");
    }
    double[] metres = placed ? LonLat.metres("changes.lon", lon, lat) : new double[] {0, 0};
    return new Change(
        operation,
        id == null ? "" : id,
        metres[0],
        metres[1],
        technologyOrWifi(),
        number("changes.radius_m", radiusM, 1, 50_000),
        number("changes.eirp_dbm", eirpDbm, -50, 100));
  }

  private Technology technologyOrWifi() {
    return Technology.find(technology == null ? "wifi" : technology)
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "changes.technology",
                    technology,
                    new LocalText(
                        "應為 " + String.join("、", Technology.listCodes()),
                        "expected one of " + String.join(", ", Technology.listCodes()))));
  }

  private static OptionalDouble number(String name, Double value, double least, double most) {
    if (value == null) {
      return OptionalDouble.empty();
    }
    if (!(value >= least && value <= most)) {
      throw RequestException.invalid(
          name,
          value.toString(),
          new LocalText(
              "應為 %.0f 至 %.0f 的數".formatted(least, most),
              "expected a number from %.0f to %.0f".formatted(least, most)));
    }
    return OptionalDouble.of(value);
  }

  /**
   * @param changes null for none
   */
  public static List<Change> list(List<ChangeJson> changes) {
    if (changes == null) {
      return List.of();
    }
    if (changes.size() > MOST) {
      throw RequestException.invalid(
          "changes",
          String.valueOf(changes.size()),
          new LocalText("最多 " + MOST + " 項變更", "at most " + MOST + " changes"));
    }
    return changes.stream().map(ChangeJson::change).toList();
  }
}

package org.tuguan.plugin.coverage.inventory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tuguan.core.LocalText;
import org.tuguan.plugin.coverage.area.Disc;
import org.tuguan.plugin.coverage.radio.Distance;
import org.tuguan.plugin.coverage.radio.Link;
import org.tuguan.plugin.coverage.radio.LinkBudget;
import org.tuguan.plugin.coverage.radio.Models;
import org.tuguan.plugin.coverage.radio.PropagationModel;
import org.tuguan.plugin.coverage.sight.Sight;

/**
 * How far stations reach. In this order: one radius for all; one model for all; the station's own
 * radius; the station's own model; the typical radius of its technology, with a warning.
 *
 * @param radiusM one radius for all, metres
 * @param model one model for all
 */
public record FootprintRule(
    OptionalDouble radiusM, Optional<PropagationModel> model, Receiver receiver) {

  /**
   * The other end of every link.
   *
   * @param gainDbi antenna gain
   * @param sensitivityDbm weakest signal that serves
   * @param marginDb reserve for fading, bodies and walls
   * @param heightM above ground
   */
  public record Receiver(double gainDbi, double sensitivityDbm, double marginDb, double heightM) {
    /** A telephone in a hand: 0 dBi, −75 dBm, 10 dB reserve, 1.5 m. */
    public static final Receiver TELEPHONE = new Receiver(0, -75, 10, Link.HAND_HEIGHT_M);
  }

  /** As the inventory says. */
  public static final FootprintRule STATED =
      new FootprintRule(OptionalDouble.empty(), Optional.empty(), Receiver.TELEPHONE);

  private static final Map<Technology, LocalText> HEIGHTS_ASSUMED = heightsAssumed();

  public FootprintRule {
    if (radiusM.isPresent() && !(radiusM.getAsDouble() > 0)) {
      throw new IllegalArgumentException("radius_m is not above 0");
    }
  }

  public static FootprintRule radius(double metres) {
    return new FootprintRule(OptionalDouble.of(metres), Optional.empty(), Receiver.TELEPHONE);
  }

  public Footprint footprint(AccessPoint point) {
    if (radiusM.isPresent()) {
      return circle(point, radiusM.getAsDouble(), List.of());
    }
    if (model.isPresent()) {
      return modelled(point, model.get(), receiver.sensitivityDbm());
    }
    if (point.radio().radiusM().isPresent()) {
      return circle(point, point.radio().radiusM().getAsDouble(), List.of());
    }
    Optional<PropagationModel> own = point.radio().model().flatMap(Models::find);
    if (own.isPresent()) {
      return modelled(point, own.get(), receiver.sensitivityDbm());
    }
    Technology technology = point.radio().technology();
    double typical = technology.typical().radiusM();
    LocalText warning =
        new LocalText(
            "%s 未記載半徑或模式，假設 %.0f 公尺".formatted(technology.title().zh(), typical),
            "no radius or model stated for %s: %.0f m assumed"
                .formatted(technology.title().en(), typical));
    return circle(point, typical, List.of(warning));
  }

  /**
   * The ground on which the signal is at least this strong, by the rule's model or the station's,
   * else in free space.
   */
  public Footprint atLeast(AccessPoint point, double signalDbm) {
    PropagationModel used =
        model.or(() -> point.radio().model().flatMap(Models::find)).orElse(Models.list().get(0));
    return modelled(point, used, signalDbm);
  }

  /** A footprint's antenna, and the receivers that it might reach. */
  public Sight sight(Footprint footprint) {
    Radio radio = footprint.point().radio();
    double height = radio.heightM().orElse(radio.technology().typical().heightM());
    return new Sight(footprint.disc(), height, receiver.heightM());
  }

  /** The same with a warning if the height of the antenna had to be assumed. */
  public Footprint withHeight(Footprint footprint) {
    Radio radio = footprint.point().radio();
    LocalText assumed = HEIGHTS_ASSUMED.get(radio.technology());
    if (radio.heightM().isPresent() || footprint.warnings().contains(assumed)) {
      return footprint;
    }
    List<LocalText> warnings = new ArrayList<>(footprint.warnings());
    warnings.add(assumed);
    return new Footprint(footprint.point(), footprint.disc(), warnings);
  }

  private static Map<Technology, LocalText> heightsAssumed() {
    Map<Technology, LocalText> texts = new EnumMap<>(Technology.class);
    for (Technology technology : Technology.values()) {
      texts.put(technology, assumed("天線高", "antenna height", technology.typical().heightM()));
    }
    return texts;
  }

  private static Footprint circle(AccessPoint point, double radius, List<LocalText> warnings) {
    return new Footprint(point, new Disc(point.x(), point.y(), radius), warnings);
  }

  private Footprint modelled(AccessPoint point, PropagationModel used, double signalDbm) {
    Radio radio = point.radio();
    Technology.Typical typical = radio.technology().typical();
    List<LocalText> warnings = new ArrayList<>();
    double band = stated(radio.bandMhz(), typical.bandMhz(), "頻率", "band", warnings);
    double eirp = stated(radio.eirpDbm(), typical.eirpDbm(), "發射功率", "power", warnings);
    double height = stated(radio.heightM(), typical.heightM(), "天線高", "antenna height", warnings);
    LinkBudget budget = new LinkBudget(eirp, receiver.gainDbi(), signalDbm, receiver.marginDb());
    Distance reach = budget.reach(used, new Link(band, height, receiver.heightM()));
    warnings.addAll(reach.warnings());
    return circle(point, reach.metres(), warnings);
  }

  private static double stated(
      OptionalDouble value, double typical, String zh, String en, List<LocalText> warnings) {
    if (value.isPresent()) {
      return value.getAsDouble();
    }
    warnings.add(assumed(zh, en, typical));
    return typical;
  }

  private static LocalText assumed(String zh, String en, double typical) {
    return new LocalText(
        "未記載%s，假設 %.0f".formatted(zh, typical),
        "%s not stated: %.0f assumed".formatted(en, typical));
  }
}

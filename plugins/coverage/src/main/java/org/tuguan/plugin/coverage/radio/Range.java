package org.tuguan.plugin.coverage.radio;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.tuguan.core.LocalText;

/**
 * The values for which a model was made, both ends included.
 *
 * @param quantity what is limited, for people
 * @param unit MHz or m
 */
record Range(LocalText quantity, double least, double most, String unit) {
  static Range frequencyMhz(double least, double most) {
    return new Range(new LocalText("頻率", "frequency"), least, most, "MHz");
  }

  static Range distanceM(double least, double most) {
    return new Range(new LocalText("距離", "distance"), least, most, "m");
  }

  static Range baseHeightM(double least, double most) {
    return new Range(new LocalText("基地臺天線高", "base antenna height"), least, most, "m");
  }

  static Range mobileHeightM(double least, double most) {
    return new Range(new LocalText("接收天線高", "receiver height"), least, most, "m");
  }

  void check(LocalText model, double value, List<LocalText> warnings) {
    if (value >= least && value <= most) {
      return;
    }
    warnings.add(
        new LocalText(
            "%s：%s %s %s 超出適用範圍 %s–%s %s"
                .formatted(
                    model.zh(), quantity.zh(), text(value), unit, text(least), text(most), unit),
            "%s: %s %s %s is outside its range of %s–%s %s"
                .formatted(
                    model.en(), quantity.en(), text(value), unit, text(least), text(most), unit)));
  }

  private static String text(double value) {
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}

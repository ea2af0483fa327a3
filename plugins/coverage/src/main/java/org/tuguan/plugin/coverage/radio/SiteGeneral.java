package org.tuguan.plugin.coverage.radio;

import java.util.ArrayList;
import java.util.List;
import org.tuguan.core.LocalText;

/**
 * The site-general models of ITU-R P.1411: 10 α log d + β + 10 γ log f (d in m, f in GHz). What
 * stands in the way is inside the coefficients already.
 */
public enum SiteGeneral implements PropagationModel {
  LINE_OF_SIGHT(
      "los",
      new LocalText("視線可及", "line of sight"),
      Clause.BELOW_ROOFS,
      new Coefficients(2.12, 29.2, 2.11, 5.06),
      new Span(800, 82_000, 5, 660)),
  STREETS_HIGH_RISE(
      "streets",
      new LocalText("高樓街谷", "between high buildings"),
      Clause.BELOW_ROOFS,
      new Coefficients(4.00, 10.2, 2.36, 7.60),
      new Span(800, 82_000, 30, 715)),
  STREETS_LOW_RISE(
      "low-rise",
      new LocalText("低層市街", "between low buildings"),
      Clause.BELOW_ROOFS,
      new Coefficients(5.06, -4.68, 2.02, 9.33),
      new Span(10_000, 73_000, 30, 250)),
  RESIDENTIAL(
      "residential",
      new LocalText("住宅區", "residential"),
      Clause.BELOW_ROOFS,
      new Coefficients(3.01, 18.8, 2.07, 3.07),
      new Span(800, 73_000, 30, 170)),
  ROOFS_LINE_OF_SIGHT(
      "roofs-los",
      new LocalText("屋頂以上視線可及", "over roofs, line of sight"),
      Clause.OVER_ROOFS,
      new Coefficients(2.29, 28.6, 1.96, 3.48),
      new Span(2_200, 73_000, 55, 1_200)),
  ROOFS(
      "roofs",
      new LocalText("越過屋頂", "over roofs"),
      Clause.OVER_ROOFS,
      new Coefficients(4.39, -6.27, 2.30, 6.89),
      new Span(2_200, 66_500, 260, 1_200));

  /** Where the recommendation has it. */
  private enum Clause {
    BELOW_ROOFS("§4.1.1"),
    OVER_ROOFS("§4.2.1");

    private final String number;

    Clause(String number) {
      this.number = number;
    }
  }

  private record Coefficients(double alpha, double beta, double gamma, double sigma) {}

  private record Span(double leastMhz, double mostMhz, double leastM, double mostM) {}

  private final String id;
  private final LocalText title;
  private final Clause clause;
  private final Coefficients coefficients;
  private final Range frequency;
  private final Range distance;

  SiteGeneral(String id, LocalText title, Clause clause, Coefficients coefficients, Span span) {
    this.id = "p1411-" + id;
    this.title = new LocalText("P.1411 " + title.zh(), "P.1411 " + title.en());
    this.clause = clause;
    this.coefficients = coefficients;
    this.frequency = Range.frequencyMhz(span.leastMhz(), span.mostMhz());
    this.distance = Range.distanceM(span.leastM(), span.mostM());
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public LocalText title() {
    return title;
  }

  @Override
  public String source() {
    return "ITU-R P.1411 " + clause.number;
  }

  @Override
  public double lossDb(Link link, double distanceM) {
    return 10 * coefficients.alpha() * Math.log10(distanceM)
        + coefficients.beta()
        + 10 * coefficients.gamma() * Math.log10(link.frequencyMhz() / 1000);
  }

  @Override
  public double sigmaDb() {
    return coefficients.sigma();
  }

  @Override
  public List<LocalText> warnings(Link link, double distanceM) {
    List<LocalText> warnings = new ArrayList<>();
    frequency.check(title, link.frequencyMhz(), warnings);
    distance.check(title, distanceM, warnings);
    return warnings;
  }
}

package org.tuguan.plugin.coverage.figure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.plugin.coverage.area.DiscReach;
import org.tuguan.plugin.coverage.area.Discs;
import org.tuguan.plugin.coverage.area.Outline;
import org.tuguan.plugin.coverage.area.OutlineReach;
import org.tuguan.plugin.coverage.area.Outlines;
import org.tuguan.plugin.coverage.area.Reach;
import org.tuguan.plugin.coverage.inventory.Footprint;
import org.tuguan.plugin.coverage.inventory.FootprintRule;
import org.tuguan.plugin.coverage.inventory.Footprints;
import org.tuguan.plugin.coverage.inventory.Inventory;
import org.tuguan.plugin.coverage.sight.Sight;
import org.tuguan.plugin.coverage.sight.View;

/**
 * The ground that the stations of an inventory reach, in the form that a query wants: whole circles
 * as they are, circles as polygons, or of each circle what its antenna sees. Immutable.
 */
public final class Ground {
  /** A larger circle is not looked over. */
  private static final double MOST_RADIUS_M = 5_000;

  /** A smaller circle counts as this one: its outline takes nearly as much room. */
  private static final double LEAST_RADIUS_M = 100;

  private static final Comparator<Sight> NEIGHBOURS =
      Comparator.comparingInt((Sight sight) -> Views.tile(sight.disc().x()))
          .thenComparingInt(sight -> Views.tile(sight.disc().y()))
          .thenComparingDouble(sight -> sight.disc().x())
          .thenComparingDouble(sight -> sight.disc().y())
          .thenComparingDouble(sight -> sight.disc().radius())
          .thenComparingDouble(Sight::antennaM);

  private static final int VERSION_LENGTH = 12;
  private static final PrecisionModel DECIMETRES = new PrecisionModel(10);

  /**
   * What two grounds must have in common to be the same.
   *
   * @param receiverM above the ground, by line of sight; else it shows in the circles
   */
  record Form(
      Footprints footprints,
      int segments,
      OptionalDouble receiverM,
      Optional<Surroundings> surroundings) {}

  /**
   * What is found in one pass over the stations.
   *
   * @param once where at least one station reaches
   * @param twice where at least two do; several at one place with one radius are one
   * @param warnings each with the number of stations it holds for
   * @param obstacles what stands in the way of these stations, with versions; empty for circles
   */
  record Look(
      Reach once, Reach twice, Map<LocalText, Integer> warnings, List<Obstacles> obstacles) {}

  private final Form form;
  private final FootprintRule rule;
  private final Views views;
  private final List<Sight> sights;

  private Ground(Form form, FootprintRule rule, Views views) {
    this.form = form;
    this.rule = rule;
    this.views = views;
    this.sights =
        form.footprints().list().stream().map(rule::sight).distinct().sorted(NEIGHBOURS).toList();
  }

  static Ground of(CoverageQuery query, Inventory inventory, Views views) {
    Optional<Surroundings> surroundings =
        query.sight() ? Optional.of(views.getSurroundings()) : Optional.empty();
    return of(query, inventory, views, surroundings);
  }

  private static Ground of(
      CoverageQuery query, Inventory inventory, Views views, Optional<Surroundings> surroundings) {
    FootprintRule rule = query.rule();
    Footprints footprints = Footprints.of(inventory, rule);
    if (surroundings.isPresent()) {
      footprints.list().forEach(Ground::check);
      footprints = new Footprints(footprints.list().stream().map(rule::withHeight).toList());
    }
    OptionalDouble receiverM =
        surroundings.isPresent()
            ? OptionalDouble.of(rule.receiver().heightM())
            : OptionalDouble.empty();
    Form form = new Form(footprints, query.segments(), receiverM, surroundings);
    Ground ground = new Ground(form, rule, views);
    if (surroundings.isPresent()) {
      ground.checkArea();
    }
    return ground;
  }

  private void checkArea() {
    double area = 0;
    for (Sight sight : sights) {
      double radius = Math.max(LEAST_RADIUS_M, sight.disc().radius());
      area += Math.PI * radius * radius / 1e6;
    }
    if (area > views.mostKm2()) {
      throw new RequestException(
          Fault.TOO_LARGE,
          "footprint",
          new LocalText(
              "footprint=sight：各點位圓形共 %,.0f 平方公里，上限為 %,d 平方公里（sight-area-km2）；請縮小 radius_m，或減少 technologies 或 operator。"
                  .formatted(area, views.mostKm2()),
              "footprint=sight: the circles of all stations are %,.0f km² together, and up to %,d are looked over (sight-area-km2): give a smaller radius_m, fewer technologies or one operator."
                  .formatted(area, views.mostKm2())));
    }
  }

  private static void check(Footprint footprint) {
    double radius = footprint.disc().radius();
    if (radius > MOST_RADIUS_M) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "footprint",
          new LocalText(
              "footprint=sight：視線最遠計算 %.0f 公尺，而點位 %s 為 %.0f 公尺；請改用 radius_m 或其他模式。"
                  .formatted(MOST_RADIUS_M, footprint.point().id(), radius),
              "footprint=sight: lines of sight up to %.0f m, and %s reaches %.0f m: give radius_m or another model."
                  .formatted(MOST_RADIUS_M, footprint.point().id(), radius)));
    }
  }

  /** Of other stations, among the same obstacles. */
  Ground with(CoverageQuery query, Inventory inventory) {
    return of(query, inventory, views, form.surroundings());
  }

  Form form() {
    return form;
  }

  public Footprints footprints() {
    return form.footprints();
  }

  /** The layers that were looked over; empty for circles. */
  public Optional<Surroundings> surroundings() {
    return form.surroundings();
  }

  /** Measures nothing yet; by line of sight all outlines are held by what measures. */
  Look look() {
    if (form.surroundings().isPresent()) {
      return look(form.surroundings().get());
    }
    Discs discs = footprints().discs();
    List<Reach> reaches =
        form.segments() == 0
            ? List.of(new DiscReach(discs, 1), new DiscReach(discs, 2))
            : OutlineReach.upTo(2, Outlines.of(discs, form.segments()));
    return new Look(reaches.get(0), reaches.get(1), footprints().warnings(), List.of());
  }

  private Look look(Surroundings surroundings) {
    List<View> seen = views.list(surroundings, sights);
    List<Reach> reaches =
        OutlineReach.upTo(
            2, sights.stream().map(Sight::bounds).toList(), number -> seen.get(number).outline());
    return new Look(reaches.get(0), reaches.get(1), warnings(seen), obstacles(surroundings, seen));
  }

  private View view(Sight sight) {
    return views.view(form.surroundings().orElseThrow(), sight);
  }

  /** Boxes outside which this ground is the same as another one. */
  List<Envelope> changedSince(Ground before) {
    Set<Sight> old = new HashSet<>(before.sights);
    Set<Sight> now = new HashSet<>(sights);
    List<Envelope> boxes = new ArrayList<>();
    before.sights.stream()
        .filter(sight -> !now.contains(sight))
        .map(Sight::bounds)
        .forEach(boxes::add);
    sights.stream().filter(sight -> !old.contains(sight)).map(Sight::bounds).forEach(boxes::add);
    return boxes;
  }

  /** Who covers a point in EPSG:3826: the nearest first. */
  public List<Footprint> covering(double x, double y) {
    List<Footprint> near = footprints().covering(x, y);
    return form.surroundings().isEmpty()
        ? near
        : near.stream()
            .filter(footprint -> view(rule.sight(footprint)).outline().contains(x, y))
            .toList();
  }

  /** As {@link Figures#outlines}. */
  List<Outline> outlines(int segments) {
    return sights.stream()
        .map(
            sight ->
                form.surroundings().isPresent()
                    ? view(sight).outline()
                    : Outline.of(Outlines.of(sight.disc(), segments)))
        .toList();
  }

  /** As {@link Figures#picture}, each time anew. */
  Geometry picture(int segments, double toleranceM) {
    if (form.surroundings().isEmpty()) {
      return Outlines.union(Outlines.of(footprints().discs(), segments));
    }
    List<Geometry> outlines =
        views.list(form.surroundings().get(), sights).parallelStream()
            .map(view -> view.outline().polygons())
            .map(polygons -> DouglasPeuckerSimplifier.simplify(polygons, toleranceM))
            .toList();
    return Outlines.union(outlines, DECIMETRES);
  }

  private Map<LocalText, Integer> warnings(List<View> seen) {
    Map<Sight, View> bySight = new HashMap<>();
    for (int i = 0; i < seen.size(); i++) {
      bySight.put(sights.get(i), seen.get(i));
    }
    Map<LocalText, Integer> counted = new LinkedHashMap<>(footprints().warnings());
    for (Footprint footprint : footprints().list()) {
      View view = bySight.get(rule.sight(footprint));
      if (view.guessedHeights()) {
        counted.merge(Obstacles.GUESSED, 1, Integer::sum);
      }
      if (view.unknownGround()) {
        counted.merge(Obstacles.UNKNOWN, 1, Integer::sum);
      }
    }
    return counted;
  }

  private static List<Obstacles> obstacles(Surroundings surroundings, List<View> seen) {
    List<Obstacles> used = new ArrayList<>();
    surroundings
        .buildings()
        .ifPresent(layer -> used.add(Obstacles.of("buildings", layer, version(prints(seen)))));
    surroundings
        .terrain()
        .ifPresent(
            layer ->
                used.add(
                    Obstacles.of(
                        "terrain",
                        layer,
                        version(layer.revision().getBytes(StandardCharsets.UTF_8)))));
    return used;
  }

  private static byte[] prints(List<View> seen) {
    ByteBuffer prints = ByteBuffer.allocate(Long.BYTES * seen.size());
    seen.forEach(view -> prints.putLong(view.print()));
    return prints.array();
  }

  private static String version(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

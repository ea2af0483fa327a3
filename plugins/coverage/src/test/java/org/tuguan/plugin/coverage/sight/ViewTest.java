package org.tuguan.plugin.coverage.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.plugin.coverage.area.Disc;
import org.tuguan.plugin.coverage.area.Outline;
import org.tuguan.plugin.coverage.area.OutlineReach;
import org.tuguan.plugin.coverage.area.Outlines;
import org.tuguan.plugin.coverage.area.Reach;
import org.tuguan.plugin.coverage.area.Zone;

class ViewTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** So far a straight end of a ray's ground is from the arc, at most. */
  private static final double CHORD_M = 0.01;

  private static final double X = 217_000;
  private static final double Y = 2_671_000;

  private static Obstacle box(double west, double east, double south, double north, double height) {
    return new Obstacle(
        GEOMETRIES.toGeometry(new Envelope(X + west, X + east, Y + south, Y + north)),
        height,
        false);
  }

  private static Sight sight(double radius, double antennaM) {
    return new Sight(new Disc(X, Y, radius), antennaM, 1.5);
  }

  private static Outline flat(Sight sight, Obstacle... obstacles) {
    return View.of(sight, List.of(obstacles), Terrain.FLAT).outline();
  }

  private static boolean sees(Outline outline, double east, double north) {
    return outline.contains(X + east, Y + north);
  }

  /** Cells of ten metres around the antenna, the first row in the north. */
  private static Terrain terrain(DoubleBinaryOperator height) {
    int side = 40;
    float[] cells = new float[side * side];
    for (int i = 0; i < cells.length; i++) {
      cells[i] =
          (float) height.applyAsDouble((i % side + 0.5) * 10 - 200, 200 - (i / side + 0.5) * 10);
    }
    return new GridTerrain(
        new Bounds(Crs.TWD97_TM2_121, X - 200, Y - 200, X + 200, Y + 200), side, cells);
  }

  @Test
  void withoutObstaclesItIsThePolygonOfTheCircle() {
    Sight sight = sight(100, 6);
    Outline seen = flat(sight);
    assertThat(sight.rays()).isEqualTo(315);
    assertThat(seen.area())
        .isCloseTo(sight.disc().area() * (1 - Outlines.shortfall(315)), within(1e-6));
    assertThat(seen.polygons().getNumGeometries()).isEqualTo(1);
    assertThat(seen.polygons().isValid()).isTrue();
  }

  @Test
  void raysAreTwoMetresApartWithinTheirBounds() {
    assertThat(sight(10, 6).rays()).isEqualTo(180);
    assertThat(sight(200, 6).rays()).isEqualTo(629);
    assertThat(sight(5_000, 6).rays()).isEqualTo(1_440);
  }

  @Test
  void aWallHigherThanTheAntennaHidesAllBehindItToTheRim() {
    Outline seen = flat(sight(100, 6), box(20, 22, -200, 200, 10));
    assertThat(sees(seen, 19.9, 0)).isTrue();
    assertThat(sees(seen, 21, 5)).as("the wall itself is reached").isTrue();
    assertThat(sees(seen, 22.5, 0)).isFalse();
    assertThat(sees(seen, 99, 0)).isFalse();
    assertThat(sees(seen, -99, 0)).isTrue();
    double behind = 10_000 * Math.acos(0.22) - 22 * Math.sqrt(10_000 - 22 * 22);
    assertThat(seen.area()).isCloseTo(Math.PI * 10_000 - behind, within(60.0));
  }

  @Test
  void theShadowOfALowBuildingEndsWhereTheAntennaLooksOverItsRoof() {
    Ray east =
        new Ray(
            10,
            1.5,
            new double[] {0},
            Double.POSITIVE_INFINITY,
            100,
            List.of(new Ray.Crossing(12, 20, 5)));
    assertThat(east.seen()).containsExactly(new double[] {0, 20, 34, 100}, within(1e-12));
    Outline seen = flat(sight(100, 10), box(12, 20, -40, 40, 5));
    assertThat(sees(seen, 33.99, 0)).isFalse();
    assertThat(sees(seen, 34.01, 0)).isTrue();
  }

  @Test
  void aShadowHoldsWhatStandsInItAndAHighRoofBehindALowOneCastsItsOwn() {
    Ray.Crossing low = new Ray.Crossing(12, 20, 5);
    Ray.Crossing inShadow = new Ray.Crossing(25, 28, 4);
    Ray.Crossing high = new Ray.Crossing(40, 50, 12);
    Ray ray =
        new Ray(
            10, 1.5, new double[] {0}, Double.POSITIVE_INFINITY, 100, List.of(high, inShadow, low));
    assertThat(ray.seen())
        .containsExactly(new double[] {0, 20, 39.666666666666664, 50}, within(1e-9));
  }

  @Test
  void theSecondOfTwoHousesWallToWallIsBehindTheFirst() {
    Outline seen = flat(sight(100, 6), box(20, 30, -10, 10, 8), box(30, 40, -10, 10, 12));
    assertThat(sees(seen, 25, 0)).isTrue();
    assertThat(sees(seen, 35, 0)).isFalse();
  }

  @Test
  void theBuildingInOrOnWhichTheAntennaStandsIsNotThere() {
    Outline all = flat(sight(100, 6));
    assertThat(flat(sight(100, 6), box(-10, 10, -10, 10, 30)).area()).isEqualTo(all.area());
    assertThat(flat(sight(100, 6), box(0, 10, -10, 10, 30)).area()).isEqualTo(all.area());
    assertThat(flat(sight(100, 6), box(0.5, 10, -10, 10, 30)).area()).isLessThan(0.6 * all.area());
  }

  @Test
  void aCourtyardIsNotPartOfItsBuilding() {
    Geometry ring = GEOMETRIES.toGeometry(new Envelope(X - 30, X + 30, Y - 30, Y + 30));
    Geometry yard = GEOMETRIES.toGeometry(new Envelope(X - 20, X + 20, Y - 20, Y + 20));
    Outline seen = flat(sight(100, 6), new Obstacle(ring.difference(yard), 20, false));
    assertThat(seen.area()).isCloseTo(3_600, within(25.0));
  }

  @Test
  void aRidgeHidesTheValleyBehindIt() {
    Terrain ridge = terrain((east, north) -> east > 50 && east < 70 ? 30 : 0);
    Outline seen = View.of(sight(150, 6), List.of(), ridge).outline();
    assertThat(sees(seen, 50, 0)).as("the slope towards the antenna").isTrue();
    assertThat(sees(seen, 100, 0)).isFalse();
    assertThat(sees(seen, 149, 0)).isFalse();
    assertThat(sees(seen, -149, 0)).isTrue();
  }

  @Test
  void aSlopeTowardsTheAntennaIsSeenAndOneThatFallsAwaySteeplyIsNot() {
    Terrain rising = terrain((east, north) -> Math.max(0, east));
    assertThat(sees(View.of(sight(150, 6), List.of(), rising).outline(), 140, 0)).isTrue();
    Terrain edge = terrain((east, north) -> east < 20 ? 0 : -60);
    Outline seen = View.of(sight(150, 6), List.of(), edge).outline();
    assertThat(sees(seen, 60, 0)).isFalse();
    assertThat(sees(seen, -60, 0)).isTrue();
  }

  @Test
  void aBuildingStandsOnTheTerrain() {
    Terrain plateau = terrain((east, north) -> 500);
    Obstacle low = box(12, 20, -40, 40, 5);
    assertThat(View.of(sight(100, 10), List.of(low), plateau).outline().area())
        .isCloseTo(flat(sight(100, 10), low).area(), within(1e-6));
  }

  @Test
  void whereTheTerrainEndsItIsTakenAsFlatAndSaysSo() {
    Terrain nothing = terrain((east, north) -> Double.NaN);
    View view = View.of(sight(100, 6), List.of(), nothing);
    assertThat(view.unknownGround()).isTrue();
    assertThat(view.outline().area()).isCloseTo(flat(sight(100, 6)).area(), within(1e-9));
    assertThat(View.of(sight(100, 6), List.of(), terrain((e, n) -> 3)).unknownGround()).isFalse();
  }

  @Test
  void theViewSaysWhatItRestsOn() {
    Obstacle low = box(12, 20, -40, 40, 5);
    Obstacle guess =
        new Obstacle(
            GEOMETRIES.toGeometry(new Envelope(X + 12, X + 20, Y - 40, Y + 40)), 3.2, true);
    View one = View.of(sight(100, 6), List.of(low), Terrain.FLAT);
    assertThat(one.guessedHeights()).isFalse();
    assertThat(View.of(sight(100, 6), List.of(guess), Terrain.FLAT).guessedHeights()).isTrue();
    assertThat(one.print())
        .isNotEqualTo(View.of(sight(100, 6), List.of(guess), Terrain.FLAT).print())
        .isEqualTo(
            View.of(sight(100, 6), List.of(box(500, 510, 0, 9, 9), low), Terrain.FLAT).print());
  }

  @Test
  void twoStationsThatSeeTheTwoSidesOfAWallSeeTheUnion() {
    Obstacle wall = box(-1, 1, -300, 300, 30);
    List<Outline> both = new ArrayList<>();
    List<Envelope> boxes = new ArrayList<>();
    for (double east : new double[] {-30, 30}) {
      Sight sight = new Sight(new Disc(X + east, Y, 100), 6, 1.5);
      both.add(View.of(sight, List.of(wall), Terrain.FLAT).outline());
      boxes.add(sight.bounds());
    }
    Zone zone = new Zone(GEOMETRIES.toGeometry(new Envelope(X - 200, X + 200, Y - 200, Y + 200)));
    double sum = both.get(0).area() + both.get(1).area();
    List<Reach> reaches = OutlineReach.upTo(2, boxes, both::get);
    double common = reaches.get(1).area(zone);
    assertThat(reaches.get(0).area(zone)).isCloseTo(sum - common, within(1e-3));
    assertThat(common).as("nothing but the wall").isBetween(1.0, 2 * 2 * 96.0);
    Zone west = new Zone(GEOMETRIES.toGeometry(new Envelope(X - 200, X - 1, Y - 200, Y + 200)));
    Reach alone = OutlineReach.upTo(1, boxes.subList(0, 1), both::get).get(0);
    assertThat(reaches.get(0).area(west)).isCloseTo(alone.area(west), within(1e-6));
  }

  @Test
  void agreesWithLookingAtEveryPointAmongRandomBuildings() {
    SplittableRandom random = new SplittableRandom(20261123);
    for (int round = 0; round < 8; round++) {
      List<Obstacle> obstacles = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        obstacles.add(randomBox(random));
      }
      double antennaM = 3 + random.nextDouble(12);
      Sight sight = sight(100, antennaM);
      Outline seen = flat(sight, obstacles.toArray(Obstacle[]::new));
      int rays = sight.rays();
      for (int i = 0; i < 200; i++) {
        double angle = 2 * Math.PI * random.nextInt(rays) / rays;
        double distance = 1 + random.nextDouble(98);
        boolean near = sees(sight, obstacles, distance - CHORD_M, angle);
        if (near == sees(sight, obstacles, distance + CHORD_M, angle)) {
          assertThat(sees(seen, distance * Math.cos(angle), distance * Math.sin(angle)))
              .as("round %d, %.3f m at %.5f", round, distance, angle)
              .isEqualTo(near);
        }
      }
      assertThat(seen.area()).isLessThanOrEqualTo(sight.disc().area());
    }
  }

  private static boolean sees(
      Sight sight, List<Obstacle> obstacles, double distance, double angle) {
    return PointByPoint.sees(
        sight, obstacles, X + distance * Math.cos(angle), Y + distance * Math.sin(angle));
  }

  private static Obstacle randomBox(SplittableRandom random) {
    Geometry box =
        GEOMETRIES.toGeometry(
            new Envelope(0, 4 + random.nextDouble(20), 0, 4 + random.nextDouble(20)));
    AffineTransformation place =
        AffineTransformation.rotationInstance(random.nextDouble(3))
            .translate(X - 100 + random.nextDouble(200), Y - 100 + random.nextDouble(200));
    return new Obstacle(place.transform(box), 2 + random.nextDouble(15), false);
  }
}

package org.tuguan.api.demo;

import java.io.IOException;
import java.util.List;

/** The whole demonstration, planned; its rows come when a layer is written. */
final class DemoCity {
  private final City city;
  private final Terrain terrain = new Terrain();
  private final DensityGrid people;
  private final List<DemoLayer> layers;

  DemoCity(DemoSize size) {
    city = City.load();
    BentGrid grid = new BentGrid();
    Rivers rivers = new Rivers(city);
    people = new DensityGrid(city, terrain, rivers);
    StreetPlan plan = new StreetPlan(city, grid, people, size.roads());
    List<Block> blocks = plan.blocks();
    Metro metro = new Metro(city, grid);
    layers =
        List.of(
            Boundaries.districts(city),
            Boundaries.villages(city),
            rivers,
            new Parks(city, grid, people, blocks),
            metro,
            new Roads(plan.roads()),
            new Buildings(city, grid, people, blocks, size.buildings()),
            new PointsOfInterest(
                city, new Kerbside(city, grid, blocks, 1), people, metro, size.poi()),
            new WifiPoints(new Kerbside(city, grid, blocks, 1.3), people, size.wifi()),
            new Manholes(new Kerbside(city, grid, blocks, 1)),
            new RoadDefects(new Kerbside(city, grid, blocks, 1)));
  }

  City city() {
    return city;
  }

  /** All but the elevation, in the order in which they are written. */
  List<DemoLayer> layers() {
    return layers;
  }

  ElevationTiff elevation() throws IOException {
    return new ElevationTiff(city, people, terrain);
  }
}

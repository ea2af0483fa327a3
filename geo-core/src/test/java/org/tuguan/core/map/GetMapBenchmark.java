package org.tuguan.core.map;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import org.geotools.api.style.TextSymbolizer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.MemoryFeatureSource;
import org.tuguan.core.snapshot.LiveLayer;
import org.tuguan.core.snapshot.RenderSnapshot;
import org.tuguan.core.snapshot.SnapshotBuilder;

/**
 * Processor milliseconds to draw and to encode a tile from memory, one thread: half a million
 * buildings, the villages of {@code data/city} with labels, 200,000 points. Run by hand; see {@code
 * bench/README.md}.
 *
 * <p>Arguments: the repository's root, and a directory for one tile of each kind (optional).
 */
final class GetMapBenchmark {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final double WORLD = 2 * 20_037_508.342789244;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final Crs METRES = Crs.TWD97_TM2_121;
  private static final int BUILDINGS = 500_000;
  private static final int POINTS = 200_000;
  private static final int TILES = 24;
  private static final double PITCH = 15;
  private static final double[][] CENTRES = {
    {217_000, 2_672_000, 3200},
    {214_000, 2_674_000, 2600},
    {221_000, 2_684_000, 2200},
    {205_000, 2_681_000, 2400},
    {232_000, 2_684_000, 1500}
  };

  private final MapRenderer renderer =
      new MapRenderer(
          new MapRenderer.Resources(
              GraphicLibrary.ofStyles(), FontLibrary.ofSystem(), new RenderProblems()),
          Clock.systemUTC(),
          Duration.ofSeconds(60));
  private final Path pictures;

  private GetMapBenchmark(Path pictures) {
    this.pictures = pictures;
  }

  public static void main(String[] arguments) throws IOException {
    GetMapBenchmark benchmark =
        new GetMapBenchmark(arguments.length > 1 ? Path.of(arguments[1]) : null);
    StyledLayer buildings = layer(buildings(), buildingStyle());
    StyledLayer villages =
        layer(villages(Path.of(arguments[0], "data/city/villages.geojson")), villageStyle());
    StyledLayer points = layer(points(), pointStyle());
    System.out.printf("%-12s %4s %10s %10s %8s%n", "layer", "zoom", "draw ms", "encode ms", "KB");
    for (int round = 0; round < 3; round++) {
      for (int zoom : new int[] {10, 11, 12, 13, 14, 15, 16, 17}) {
        benchmark.measure("buildings", buildings, zoom);
      }
      for (int zoom : new int[] {10, 12, 14, 16}) {
        benchmark.measure("villages", villages, zoom);
      }
      for (int zoom : new int[] {10, 12, 14, 16}) {
        benchmark.measure("points", points, zoom);
      }
    }
  }

  private void measure(String name, StyledLayer layer, int zoom) throws IOException {
    Random random = new Random(zoom);
    PngEncoder encoder = new PngEncoder();
    double draw = 0;
    double encode = 0;
    long bytes = 0;
    int tiles = zoom < 12 ? 8 : TILES;
    for (int i = 0; i < tiles; i++) {
      MapRequest request = request(layer, tile(random, zoom));
      long start = CLOCK.getCurrentThreadCpuTime();
      BufferedImage map = renderer.render(request);
      long drawn = CLOCK.getCurrentThreadCpuTime();
      ByteArrayOutputStream out = new ByteArrayOutputStream(65_536);
      encoder.write(map, out);
      encode += CLOCK.getCurrentThreadCpuTime() - drawn;
      draw += drawn - start;
      bytes += out.size();
      if (pictures != null && i == 0) {
        Files.write(pictures.resolve(name + "-" + zoom + ".png"), out.toByteArray());
      }
    }
    System.out.printf(
        "%-12s %4d %10.2f %10.2f %8.1f%n",
        name, zoom, draw / tiles / 1e6, encode / tiles / 1e6, bytes / tiles / 1024.0);
  }

  private static Bounds tile(Random random, int zoom) {
    double[] centre = CENTRES[random.nextInt(CENTRES.length)];
    double[] at = {
      centre[0] + random.nextGaussian() * centre[2], centre[1] + random.nextGaussian() * centre[2]
    };
    CoordinateTransform.between(Crs.TWD97_TM2_121, Crs.WEB_MERCATOR).apply(at, 0, at, 0, 1);
    double size = WORLD / (1 << zoom);
    double x = Math.floor(at[0] / size) * size;
    double y = Math.floor(at[1] / size) * size;
    return new Bounds(Crs.WEB_MERCATOR, x, y, x + size, y + size);
  }

  private static MapRequest request(StyledLayer layer, Bounds bounds) {
    return new MapRequest(
        bounds, 256, 256, List.of(layer), true, Color.WHITE, 1, Locale.TRADITIONAL_CHINESE);
  }

  private static StyledLayer layer(LiveLayer source, Style style) {
    return new StyledLayer.Vector(source, style, Filter.INCLUDE);
  }

  private static Style buildingStyle() {
    return TestMaps.style(
        TestMaps.STYLES.createPolygonSymbolizer(
            TestMaps.STYLES.createStroke(new Color(140, 110, 80), 0.5),
            TestMaps.STYLES.createFill(new Color(215, 190, 160))));
  }

  private static Style pointStyle() {
    return TestMaps.style(
        TestMaps.STYLES.createPointSymbolizer(
            TestMaps.STYLES.createGraphic(
                null,
                TestMaps.STYLES.createMark("circle", new Color(60, 110, 200), Color.WHITE, 1),
                null,
                1,
                6,
                0)));
  }

  private static Style villageStyle() {
    TextSymbolizer text =
        TestMaps.STYLES.createTextSymbolizer(
            new Color(40, 40, 40), TestMaps.STYLES.createFont("Noto Sans CJK TC", 12), "name");
    text.setHalo(TestMaps.STYLES.createHalo(Color.WHITE, 1, 2));
    text.setLabelPlacement(TestMaps.STYLES.createPointPlacement(0.5, 0.5, 0));
    return TestMaps.style(
        TestMaps.STYLES.createPolygonSymbolizer(
            TestMaps.STYLES.createStroke(new Color(120, 130, 110), 1),
            TestMaps.STYLES.createFill(new Color(232, 240, 220))),
        text);
  }

  private static LiveLayer buildings() {
    FeatureType type =
        new FeatureType("buildings", List.of(), "geom", GeometryKind.POLYGON, METRES);
    Random random = new Random(1);
    Stream<Feature> features =
        Stream.iterate(0, i -> i + 1)
            .limit(BUILDINGS)
            .map(i -> new Feature(type, "" + i, building(random), new Object[0]));
    return live(type, features);
  }

  private static LiveLayer points() {
    FeatureType type = new FeatureType("points", List.of(), "geom", GeometryKind.POINT, METRES);
    Random random = new Random(2);
    Stream<Feature> features =
        Stream.iterate(0, i -> i + 1)
            .limit(POINTS)
            .map(i -> new Feature(type, "" + i, building(random).getCentroid(), new Object[0]));
    return live(type, features);
  }

  private static Polygon building(Random random) {
    int number = random.nextInt(CENTRES.length);
    double[] centre = CENTRES[number];
    double u = PITCH * Math.rint(random.nextGaussian() * centre[2] / PITCH);
    double v = PITCH * Math.rint(random.nextGaussian() * centre[2] / PITCH);
    double cos = Math.cos(number * 0.25 - 0.5);
    double sin = Math.sin(number * 0.25 - 0.5);
    double wide = 5 + random.nextDouble() * 8;
    double deep = 5 + random.nextDouble() * 8;
    double[] corners = {0, 0, 0, deep, wide, deep, wide, 0, 0, 0};
    Coordinate[] ring = new Coordinate[5];
    for (int i = 0; i < 5; i++) {
      double x = u + corners[2 * i];
      double y = v + corners[2 * i + 1];
      ring[i] = new Coordinate(centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos);
    }
    return GEOMETRIES.createPolygon(ring);
  }

  private static LiveLayer villages(Path file) throws IOException {
    FeatureType type =
        new FeatureType(
            "villages",
            List.of(new Attribute("name", AttributeType.TEXT)),
            "geom",
            GeometryKind.POLYGON,
            METRES);
    CoordinateTransform toMetres = CoordinateTransform.between(Crs.CRS84, METRES);
    Pattern name = Pattern.compile("\"name_zh\":\"([^\"]*)\"");
    Pattern ring = Pattern.compile("\\[((?:\\[[^\\[\\]]*\\],?)+)\\]");
    List<Feature> features = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      Matcher named = name.matcher(line);
      Matcher ringed = ring.matcher(line);
      while (named.find(0) && ringed.find()) {
        Coordinate[] coordinates =
            Pattern.compile("\\[([^,\\]]*),([^\\]]*)\\]")
                .matcher(ringed.group(1))
                .results()
                .map(
                    found ->
                        new Coordinate(
                            Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2))))
                .toArray(Coordinate[]::new);
        features.add(
            new Feature(
                type,
                "" + features.size(),
                toMetres.apply(GEOMETRIES.createPolygon(coordinates)),
                new Object[] {named.group(1)}));
      }
    }
    return live(type, features.stream());
  }

  private static LiveLayer live(FeatureType type, Stream<Feature> features) {
    List<String> names = type.attributes().stream().map(Attribute::name).toList();
    RenderSnapshot snapshot =
        new SnapshotBuilder(type, names).build(features, 1L << 30).orElseThrow();
    LiveLayer live = new LiveLayer(new MemoryFeatureSource(type, List.of()));
    live.load(snapshot, 1);
    return live;
  }
}

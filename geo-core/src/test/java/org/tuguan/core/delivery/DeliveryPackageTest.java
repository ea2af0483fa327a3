package org.tuguan.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.core.LocalText;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;
import org.tuguan.core.catalog.LayerTerms;
import org.tuguan.core.catalog.Provenance;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.exports.Export;
import org.tuguan.core.exports.ExportTarget;
import org.tuguan.core.exports.FileFormat;
import org.tuguan.core.exports.GeoPackageFormat;
import org.tuguan.core.exports.ShapefileFormat;
import org.tuguan.core.feature.AreaFeatureSource;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.MemoryFeatureSource;
import org.tuguan.core.feature.TableRef;
import org.tuguan.core.imports.Gdal;
import org.tuguan.core.print.PdfPages;
import org.tuguan.core.print.PrintFonts;
import org.xml.sax.SAXException;

class DeliveryPackageTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneId.of("Asia/Taipei"));
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static final PdfPages PAGES = new PdfPages(PrintFonts.ofSystem());

  @TempDir Path folder;

  @Test
  void manifestHasTheHashOfEveryFileAndOfTheWhole() throws Exception {
    Path zip = folder.resolve("order.zip");
    Manifest manifest = write(zip, layers(points(5)));

    assertThat(manifest.sha256()).isEqualTo(sha256(Files.readAllBytes(zip)));
    assertThat(manifest.bytes()).isEqualTo(Files.size(zip));
    List<String> paths = new ArrayList<>();
    try (ZipFile opened = new ZipFile(zip.toFile())) {
      for (Manifest.PackagedFile file : manifest.files()) {
        byte[] content = content(opened, file.path());
        assertThat(sha256(content)).as(file.path()).isEqualTo(file.sha256());
        assertThat(content.length).as(file.path()).isEqualTo((int) file.bytes());
      }
      opened.stream().forEach(entry -> paths.add(entry.getName()));
    }
    assertThat(paths)
        .contains(
            "data/trees.gpkg",
            "data/trees.shp",
            "styles/trees-default.sld",
            "metadata/trees.xml",
            "LICENCE.txt",
            "LICENCE.pdf",
            "licence.json",
            "manifest.json");
  }

  @Test
  void manifestDoesNotNameTheRecipient() throws Exception {
    Path zip = folder.resolve("order.zip");
    write(zip, layers(points(5)));
    try (ZipFile opened = new ZipFile(zip.toFile())) {
      assertThat(text(opened, "manifest.json")).contains("TG-115-0001").doesNotContain("丙工程");
      assertThat(text(opened, "LICENCE.txt")).contains("丙工程", "不得轉讓", "May not be passed on");
      assertThat(text(opened, "licence.json")).contains("\"MultiPolygon\"", "丙工程");
    }
  }

  @Test
  void licenceOnPaperSaysWhatTheTextSays() throws Exception {
    Path zip = folder.resolve("order.zip");
    write(zip, layers(points(5)));
    try (ZipFile opened = new ZipFile(zip.toFile());
        PDDocument pdf = Loader.loadPDF(content(opened, "LICENCE.pdf"))) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("使用授權書", "TG-115-0001", "丙工程", "臺中市政府建設局", "行道樹", "不得轉讓", "2026-01-02");
    }
  }

  @Test
  void packedDataOpenInPlaceWithGdal() throws Exception {
    Path zip = folder.resolve("order.zip");
    write(zip, layers(points(5)));
    for (String file : List.of("trees.gpkg", "trees.shp")) {
      String said = Gdal.run("ogrinfo", "-ro", "-al", "-so", "/vsizip/" + zip + "/data/" + file);
      assertThat(said).contains("Feature Count: 5").doesNotContain("Warning", "ERROR");
    }
  }

  @Test
  void metadataIsWellFormedAndSaysWhatIsSynthetic() throws Exception {
    Path zip = folder.resolve("order.zip");
    write(zip, layers(points(5)));
    try (ZipFile opened = new ZipFile(zip.toFile())) {
      String xml = text(opened, "metadata/trees.xml");
      parse(xml);
      assertThat(xml)
          .contains("行道樹", "Synthetic demonstration data", "120.5", "<gmd:code>", "3826");
    }
  }

  @Test
  void onlyWhatLiesInTheLicensedAreaIsDelivered() throws Exception {
    Path zip = folder.resolve("order.zip");
    FeatureSource part = new AreaFeatureSource(points(100), square(120.5, 120.6));
    Manifest manifest = write(zip, layers(part));

    assertThat(manifest.layers()).extracting(Manifest.PackagedData::features).containsOnly(50L);
  }

  @Test
  void packageThatCannotBeFinishedLeavesNothing() throws IOException {
    Path zip = folder.resolve("order.zip");
    FileFormat full =
        new FileFormat() {
          @Override
          public String name() {
            return "full";
          }

          @Override
          public LocalText title() {
            return LocalText.same("full");
          }

          @Override
          public String mediaType() {
            return "text/plain";
          }

          @Override
          public Export write(FeatureType type, Stream<Feature> features, ExportTarget target)
              throws IOException {
            Files.writeString(target.folder().resolve("begun"), "half");
            throw new IOException("no space left");
          }
        };
    PackagedLayer layer = layer(points(5), List.of(full));

    assertThatThrownBy(() -> write(zip, List.of(layer))).hasMessage("no space left");
    assertThat(folder).isEmptyDirectory();
  }

  private Manifest write(Path zip, List<PackagedLayer> layers) throws IOException {
    return new DeliveryPackage(CLOCK, PAGES).write(licence(), layers, zip, features -> {});
  }

  private static Licence licence() {
    return new Licence(
        "TG-115-0001",
        new LocalText("臺中市政府建設局", "Construction Bureau"),
        "丙工程顧問公司",
        "道路設計",
        Optional.of(square(120.5, 120.6)),
        LocalDate.of(2026, 1, 2),
        Optional.of(LocalDate.of(2027, 1, 1)),
        List.of(new LocalText("不得轉讓。", "May not be passed on.")),
        List.of("臺中市政府提供地理資訊收費標準 §3"));
  }

  private static Geometry square(double west, double east) {
    return GEOMETRIES.createMultiPolygon(
        new Polygon[] {(Polygon) GEOMETRIES.toGeometry(new Envelope(west, east, 24, 25))});
  }

  private static List<PackagedLayer> layers(FeatureSource source) {
    return List.of(layer(source, List.of(new GeoPackageFormat(CLOCK), ShapefileFormat.utf8())));
  }

  private static PackagedLayer layer(FeatureSource source, List<FileFormat> formats) {
    return new PackagedLayer(
        layer(),
        new LocalText("建設局", "Construction Bureau"),
        new PackagedLayer.Features(source, formats),
        Crs.TWD97_TM2_121);
  }

  private static Layer layer() {
    return new Layer(
        "trees",
        new LocalText("行道樹", "Street trees"),
        new LocalText("示範", "Demonstration"),
        List.of("樹"),
        "nature",
        "works",
        new LayerData.Table(new TableRef("public", "trees", "id", false, type())),
        Optional.of(new Bounds(Crs.CRS84, 120.5, 24, 121, 25)),
        List.of(new StyleInfo("default", LocalText.same("default"), "<sld/>")),
        new Provenance(LocalText.same("Tuguan"), "CC0-1.0", "", Optional.empty(), true),
        Optional.empty(),
        false,
        Instant.parse("2026-01-01T00:00:00Z"),
        LayerTerms.OPEN);
  }

  private static FeatureType type() {
    return new FeatureType(
        "trees",
        List.of(new Attribute("species", AttributeType.TEXT)),
        "geom",
        GeometryKind.POINT,
        Crs.CRS84);
  }

  /** From 120.499 on eastward, 0.002 degrees apart, the first outside the area. */
  private static FeatureSource points(int count) {
    List<Feature> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(
          new Feature(
              type(),
              Integer.toString(i),
              GEOMETRIES.createPoint(new Coordinate(120.499 + 0.002 * i, 24.5)),
              new Object[] {"樟樹"}));
    }
    return new MemoryFeatureSource(type(), points);
  }

  private static String text(ZipFile zip, String path) throws IOException {
    return new String(content(zip, path), StandardCharsets.UTF_8);
  }

  private static byte[] content(ZipFile zip, String path) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(path))) {
      return in.readAllBytes();
    }
  }

  private static String sha256(byte[] content) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private static void parse(String xml)
      throws ParserConfigurationException, IOException, SAXException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}

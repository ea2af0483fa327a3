package org.tuguan.api.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tuguan.core.access.Right;

/** Every way in which a layer can be asked for, and the right that it takes. */
final class Services {
  private static final String MAP =
      "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&STYLES=&CRS=CRS:84"
          + "&BBOX=120.4,24.0,120.8,24.4&WIDTH=64&HEIGHT=64&FORMAT=image/png&LAYERS=%s";
  private static final String OWN_STYLE =
      "<StyledLayerDescriptor version=\"1.0.0\" xmlns=\"http://www.opengis.net/sld\"><NamedLayer><Name>%s</Name>"
          + "<UserStyle><FeatureTypeStyle><Rule><PointSymbolizer/></Rule></FeatureTypeStyle></UserStyle>"
          + "</NamedLayer></StyledLayerDescriptor>";

  private Services() {}

  /**
   * @param path with the layer's name in the place of {@code %s}
   */
  record Service(Right right, String method, String path, String body) {
    static Service get(Right right, String path) {
      return new Service(right, "GET", path, "");
    }

    Node.Answer ask(Node node, String caller, String layer) {
      return node.send(method, caller, path.replace("%s", layer), body.replace("%s", layer));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** Those that change nothing. */
  static List<Service> reading() {
    String own =
        "&SLD_BODY=" + URLEncoder.encode(OWN_STYLE, StandardCharsets.UTF_8).replace("%25s", "%s");
    return List.of(
        Service.get(Right.VIEW, MAP),
        Service.get(
            Right.VIEW, MAP.replace("1.3.0", "1.1.1").replace("CRS=CRS:84", "SRS=EPSG:4326")),
        Service.get(
            Right.VIEW,
            "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&FORMAT=image/png&LAYER=%s"),
        Service.get(
            Right.VIEW,
            "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&FORMAT=application/json&LAYER=%s"),
        Service.get(Right.VIEW, "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetStyles&LAYERS=%s"),
        Service.get(Right.VIEW, "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=DescribeLayer&LAYERS=%s"),
        Service.get(
            Right.VIEW,
            "/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=%s&STYLE=&FORMAT=image/png"
                + "&TILEMATRIXSET=WebMercatorQuad&TILEMATRIX=0&TILEROW=0&TILECOL=0"),
        Service.get(Right.VIEW, "/wmts/1.0.0/%s/default/WebMercatorQuad/0/0/0.png"),
        Service.get(Right.VIEW, "/tiles/%s/0/0/0.png"),
        Service.get(Right.VIEW, "/tiles/%s/10/855/441@2x.png"),
        Service.get(Right.VIEW, "/tiles/%s/0/0/0.jpg"),
        Service.get(Right.VIEW, "/tiles/%s.json"),
        Service.get(Right.VIEW, "/ogc/collections/%s/map/tiles"),
        Service.get(Right.VIEW, "/ogc/collections/%s/map/tiles/WebMercatorQuad"),
        Service.get(Right.VIEW, "/ogc/collections/%s/map/tiles/WebMercatorQuad/0/0/0"),
        Service.get(Right.VIEW, "/api/v1/layers/%s"),
        Service.get(Right.VIEW, "/api/v1/layers/%s/thumbnail.png"),
        Service.get(Right.QUERY, MAP + "&CQL_FILTER=amount%3E5"),
        Service.get(Right.QUERY, MAP + own),
        Service.get(
            Right.QUERY,
            MAP.replace("GetMap", "GetFeatureInfo")
                + "&QUERY_LAYERS=%s&INFO_FORMAT=application/json&I=32&J=32"),
        Service.get(Right.QUERY, "/tiles/%s/0/0/0.mvt"),
        Service.get(Right.QUERY, "/tiles/%s.json?format=mvt"),
        Service.get(Right.QUERY, "/ogc/collections/%s"),
        Service.get(Right.QUERY, "/ogc/collections/%s?f=html"),
        Service.get(Right.QUERY, "/ogc/collections/%s/queryables"),
        Service.get(Right.QUERY, "/ogc/collections/%s/items"),
        Service.get(Right.QUERY, "/ogc/collections/%s/items?f=html"),
        Service.get(Right.QUERY, "/ogc/collections/%s/items?filter=amount%3E5&limit=1"),
        Service.get(Right.QUERY, "/ogc/collections/%s/items/1"),
        Service.get(Right.QUERY, "/ogc/collections/%s/tiles"),
        Service.get(Right.QUERY, "/ogc/collections/%s/tiles/WebMercatorQuad/0/0/0"),
        Service.get(Right.DOWNLOAD, "/api/v1/layers/%s/data.geojson"),
        Service.get(Right.DOWNLOAD, "/api/v1/layers/%s/data.csv"));
  }

  /** Those that change something, harmlessly. */
  static List<Service> changing() {
    return List.of(
        new Service(Right.MANAGE, "PATCH", "/api/v1/layers/%s", "{\"licence\": \"x\"}"),
        new Service(Right.MANAGE, "DELETE", "/api/v1/cache?layer=%s", ""));
  }

  /** Documents that list layers. */
  static List<String> listings() {
    return List.of(
        "/wms?SERVICE=WMS&REQUEST=GetCapabilities",
        "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetCapabilities",
        "/wmts?SERVICE=WMTS&REQUEST=GetCapabilities",
        "/wmts/1.0.0/WMTSCapabilities.xml",
        "/ogc",
        "/ogc/collections",
        "/ogc/collections?f=html",
        "/ogc/api",
        "/ogc/map/tiles",
        "/ogc/tiles",
        "/ogc/map/tiles/WebMercatorQuad/0/0/0",
        "/ogc/tiles/WebMercatorQuad/0/0/0",
        "/api/v1/layers",
        "/api/v1/status",
        "/api/v1/snapshots",
        "/api/v1/places?q=w1",
        "/actuator/prometheus",
        "/actuator/health",
        "/api/v1/openapi.json",
        "/api/v1/usage?by=layer",
        "/api/v1/agencies",
        "/api/v1/cache");
  }
}

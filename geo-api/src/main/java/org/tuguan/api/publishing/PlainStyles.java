package org.tuguan.api.publishing;

import org.tuguan.core.feature.GeometryKind;

/** The first style of a layer that nobody has styled yet. */
public final class PlainStyles {
  /** Name of the style. */
  public static final String NAME = "default";

  private static final String DOCUMENT =
      """
      <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld">
        <NamedLayer>
          <Name>default</Name>
          <UserStyle>
            <FeatureTypeStyle>
              <Rule>
      %s
              </Rule>
            </FeatureTypeStyle>
          </UserStyle>
        </NamedLayer>
      </StyledLayerDescriptor>
      """;

  private static final String POLYGON =
      """
                <PolygonSymbolizer>
                  <Fill><CssParameter name="fill">#7fa8c9</CssParameter><CssParameter name="fill-opacity">0.45</CssParameter></Fill>
                  <Stroke><CssParameter name="stroke">#2f5f86</CssParameter><CssParameter name="stroke-width">0.8</CssParameter></Stroke>
                </PolygonSymbolizer>""";

  private static final String LINE =
      """
                <LineSymbolizer>
                  <Stroke><CssParameter name="stroke">#2f5f86</CssParameter><CssParameter name="stroke-width">1.5</CssParameter></Stroke>
                </LineSymbolizer>""";

  private static final String POINT =
      """
                <PointSymbolizer>
                  <Graphic>
                    <Mark>
                      <WellKnownName>circle</WellKnownName>
                      <Fill><CssParameter name="fill">#c2472f</CssParameter></Fill>
                      <Stroke><CssParameter name="stroke">#ffffff</CssParameter><CssParameter name="stroke-width">1</CssParameter></Stroke>
                    </Mark>
                    <Size>7</Size>
                  </Graphic>
                </PointSymbolizer>""";

  private static final String RASTER = "          <RasterSymbolizer/>";

  private PlainStyles() {}

  /** An SLD 1.0 document. */
  public static String sld(GeometryKind kind) {
    return DOCUMENT.formatted(
        switch (kind) {
          case POINT -> POINT;
          case LINE -> LINE;
          case POLYGON -> POLYGON;
          case MIXED -> POLYGON + "\n" + LINE + "\n" + POINT;
        });
  }

  public static String rasterSld() {
    return DOCUMENT.formatted(RASTER);
  }
}

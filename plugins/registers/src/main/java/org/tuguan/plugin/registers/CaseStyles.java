package org.tuguan.plugin.registers;

/**
 * How the layers of cases look: open ones triangles, closed ones circles; cells darker by number.
 */
final class CaseStyles {
  static final String POINTS =
      """
      <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
        <NamedLayer><Name>registers-cases</Name><UserStyle><FeatureTypeStyle>
          <Rule><Title>處理中</Title><ogc:Filter><ogc:PropertyIsNull><ogc:PropertyName>closed</ogc:PropertyName></ogc:PropertyIsNull></ogc:Filter>
            <PointSymbolizer><Graphic><Mark><WellKnownName>triangle</WellKnownName>
              <Fill><CssParameter name="fill">#b3541e</CssParameter></Fill><Stroke><CssParameter name="stroke">#ffffff</CssParameter></Stroke></Mark><Size>9</Size></Graphic></PointSymbolizer></Rule>
          <Rule><Title>已結案</Title><ElseFilter/>
            <PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName>
              <Fill><CssParameter name="fill">#1f6f8b</CssParameter></Fill><Stroke><CssParameter name="stroke">#ffffff</CssParameter></Stroke></Mark><Size>9</Size></Graphic></PointSymbolizer></Rule>
        </FeatureTypeStyle></UserStyle></NamedLayer>
      </StyledLayerDescriptor>
      """;

  static final String HEAT =
      """
      <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
        <NamedLayer><Name>registers-density</Name><UserStyle><FeatureTypeStyle>
          <Rule><Title>1–2 件</Title><ogc:Filter><ogc:PropertyIsLessThan><ogc:PropertyName>cases</ogc:PropertyName><ogc:Literal>3</ogc:Literal></ogc:PropertyIsLessThan></ogc:Filter>
            <PolygonSymbolizer><Fill><CssParameter name="fill">#fde7b0</CssParameter><CssParameter name="fill-opacity">0.65</CssParameter></Fill></PolygonSymbolizer></Rule>
          <Rule><Title>3–5 件</Title><ogc:Filter><ogc:And><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>cases</ogc:PropertyName><ogc:Literal>3</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>cases</ogc:PropertyName><ogc:Literal>6</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
            <PolygonSymbolizer><Fill><CssParameter name="fill">#f9b56b</CssParameter><CssParameter name="fill-opacity">0.65</CssParameter></Fill></PolygonSymbolizer></Rule>
          <Rule><Title>6–10 件</Title><ogc:Filter><ogc:And><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>cases</ogc:PropertyName><ogc:Literal>6</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>cases</ogc:PropertyName><ogc:Literal>11</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
            <PolygonSymbolizer><Fill><CssParameter name="fill">#e0703c</CssParameter><CssParameter name="fill-opacity">0.65</CssParameter></Fill></PolygonSymbolizer></Rule>
          <Rule><Title>11 件以上</Title><ogc:Filter><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>cases</ogc:PropertyName><ogc:Literal>11</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:Filter>
            <PolygonSymbolizer><Fill><CssParameter name="fill">#9c2a1b</CssParameter><CssParameter name="fill-opacity">0.65</CssParameter></Fill></PolygonSymbolizer></Rule>
        </FeatureTypeStyle></UserStyle></NamedLayer>
      </StyledLayerDescriptor>
      """;

  private CaseStyles() {}
}

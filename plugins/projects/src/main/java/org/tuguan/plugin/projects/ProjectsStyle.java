package org.tuguan.plugin.projects;

/** Late projects red squares, those ahead blue triangles, the rest green circles: also by shape. */
final class ProjectsStyle {
  static final String SLD =
      """
      <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
        <NamedLayer><Name>projects-cases</Name><UserStyle><FeatureTypeStyle>
          <Rule><Title>落後 10% 以上</Title>
            <ogc:Filter><ogc:PropertyIsLessThanOrEqualTo><ogc:PropertyName>deviation</ogc:PropertyName><ogc:Literal>-10</ogc:Literal></ogc:PropertyIsLessThanOrEqualTo></ogc:Filter>
            <PointSymbolizer><Graphic><Mark><WellKnownName>square</WellKnownName>
              <Fill><CssParameter name="fill">#c1272d</CssParameter></Fill><Stroke><CssParameter name="stroke">#ffffff</CssParameter></Stroke></Mark><Size>12</Size></Graphic></PointSymbolizer></Rule>
          <Rule><Title>超前 10% 以上</Title>
            <ogc:Filter><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>deviation</ogc:PropertyName><ogc:Literal>10</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:Filter>
            <PointSymbolizer><Graphic><Mark><WellKnownName>triangle</WellKnownName>
              <Fill><CssParameter name="fill">#1f5fa8</CssParameter></Fill><Stroke><CssParameter name="stroke">#ffffff</CssParameter></Stroke></Mark><Size>12</Size></Graphic></PointSymbolizer></Rule>
          <Rule><Title>其他</Title><ElseFilter/>
            <PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName>
              <Fill><CssParameter name="fill">#3c8d5a</CssParameter></Fill><Stroke><CssParameter name="stroke">#ffffff</CssParameter></Stroke></Mark><Size>10</Size></Graphic></PointSymbolizer></Rule>
        </FeatureTypeStyle></UserStyle></NamedLayer>
      </StyledLayerDescriptor>
      """;

  private ProjectsStyle() {}
}

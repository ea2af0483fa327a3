<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>coverage-signal</Name>
    <UserStyle>
      <Name>coverage-signal</Name>
      <Title>訊號強度|Signal strength</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>-50 dBm 以上|-50 dBm or more</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>least_dbm</ogc:PropertyName><ogc:Literal>-50</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#440154</CssParameter>
              <CssParameter name="fill-opacity">0.6</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>-60 dBm 以上|-60 dBm or more</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>least_dbm</ogc:PropertyName><ogc:Literal>-60</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#31688e</CssParameter>
              <CssParameter name="fill-opacity">0.6</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>-67 dBm 以上|-67 dBm or more</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>least_dbm</ogc:PropertyName><ogc:Literal>-67</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#35b779</CssParameter>
              <CssParameter name="fill-opacity">0.6</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>-75 dBm 以上|-75 dBm or more</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>least_dbm</ogc:PropertyName><ogc:Literal>-75</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#fde725</CssParameter>
              <CssParameter name="fill-opacity">0.6</CssParameter>
            </Fill>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>

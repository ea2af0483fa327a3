<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld"
    xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <se:Name>buildings</se:Name>
    <UserStyle>
      <se:Name>default</se:Name>
      <IsDefault>true</IsDefault>
      <se:FeatureTypeStyle>
        <se:Rule><se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#D7BEA0</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#8C6E50</se:SvgParameter><se:SvgParameter name="stroke-width">0.5</se:SvgParameter></se:Stroke></se:PolygonSymbolizer></se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>

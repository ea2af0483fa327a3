<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld"
    xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <se:Name>villages</se:Name>
    <UserStyle>
      <se:Name>default</se:Name>
      <IsDefault>true</IsDefault>
      <se:FeatureTypeStyle>
        <se:Rule><se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#E8F0DC</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#78826E</se:SvgParameter><se:SvgParameter name="stroke-width">1</se:SvgParameter></se:Stroke></se:PolygonSymbolizer></se:Rule>
        <se:Rule><se:MaxScaleDenominator>60000</se:MaxScaleDenominator><se:TextSymbolizer><se:Label><ogc:PropertyName>villname</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-size">12</se:SvgParameter></se:Font><se:LabelPlacement><se:PointPlacement><se:AnchorPoint><se:AnchorPointX>0.5</se:AnchorPointX><se:AnchorPointY>0.5</se:AnchorPointY></se:AnchorPoint></se:PointPlacement></se:LabelPlacement><se:Halo><se:Radius>2</se:Radius><se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#282828</se:SvgParameter></se:Fill><se:VendorOption name="partials">true</se:VendorOption></se:TextSymbolizer></se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>

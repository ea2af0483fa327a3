<?xml version="1.0" encoding="UTF-8"?>
<!-- Elevation: hypsometric tints, green plain to pale summits. -->
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld"
    xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <se:Name>elevation</se:Name>
    <UserStyle>
      <se:Name>default</se:Name>
      <se:Description>
        <se:Title>高程|Elevation</se:Title>
      </se:Description>
      <IsDefault>true</IsDefault>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Description>
            <se:Title>高程（公尺）|Elevation (metres)</se:Title>
          </se:Description>
          <se:RasterSymbolizer>
            <se:Opacity>1</se:Opacity>
            <se:ColorMap type="ramp">
              <se:ColorMapEntry color="#A9CCE0" quantity="-10" label="低於海平面|Below sea level"/>
              <se:ColorMapEntry color="#C5DAB2" quantity="0" label="0 m"/>
              <se:ColorMapEntry color="#D5E2BB" quantity="100" label="100 m"/>
              <se:ColorMapEntry color="#E6E6C1" quantity="300" label="300 m"/>
              <se:ColorMapEntry color="#E8D9AB" quantity="700" label="700 m"/>
              <se:ColorMapEntry color="#DCC08C" quantity="1200" label="1200 m"/>
              <se:ColorMapEntry color="#C8A277" quantity="1800" label="1800 m"/>
              <se:ColorMapEntry color="#B58D71" quantity="2400" label="2400 m"/>
              <se:ColorMapEntry color="#AA9488" quantity="3000" label="3000 m"/>
              <se:ColorMapEntry color="#CFC6C1" quantity="3500" label="3500 m"/>
              <se:ColorMapEntry color="#F7F5F3" quantity="3900" label="3900 m"/>
            </se:ColorMap>
          </se:RasterSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>

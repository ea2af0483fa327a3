<?xml version="1.0" encoding="UTF-8"?>
<!-- Districts in six soft colours, no two neighbours alike. -->
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld"
    xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <se:Name>districts</se:Name>
    <UserStyle>
      <se:Name>fill</se:Name>
      <se:Description>
        <se:Title>行政區著色|Districts, coloured</se:Title>
      </se:Description>
      <IsDefault>true</IsDefault>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Description>
            <se:Title>行政區|District</se:Title>
          </se:Description>
          <se:LegendGraphic>
            <se:Graphic>
              <se:Mark>
                <se:WellKnownName>square</se:WellKnownName>
                <se:Fill>
                  <se:SvgParameter name="fill">#EADFD0</se:SvgParameter>
                </se:Fill>
                <se:Stroke>
                  <se:SvgParameter name="stroke">#A597B0</se:SvgParameter>
                  <se:SvgParameter name="stroke-width">1</se:SvgParameter>
                </se:Stroke>
              </se:Mark>
              <se:Size>14</se:Size>
            </se:Graphic>
          </se:LegendGraphic>
          <se:PolygonSymbolizer>
            <se:Fill>
              <se:SvgParameter name="fill">
                <ogc:Function name="Recode">
                  <ogc:PropertyName>town_code</ogc:PropertyName>
                  <ogc:Literal>66000010</ogc:Literal><ogc:Literal>#E8D9DC</ogc:Literal>
                  <ogc:Literal>66000020</ogc:Literal><ogc:Literal>#DEDAE6</ogc:Literal>
                  <ogc:Literal>66000030</ogc:Literal><ogc:Literal>#EADFD0</ogc:Literal>
                  <ogc:Literal>66000040</ogc:Literal><ogc:Literal>#DDE5D3</ogc:Literal>
                  <ogc:Literal>66000050</ogc:Literal><ogc:Literal>#D9E2E6</ogc:Literal>
                  <ogc:Literal>66000060</ogc:Literal><ogc:Literal>#EADFD0</ogc:Literal>
                  <ogc:Literal>66000070</ogc:Literal><ogc:Literal>#D9E2E6</ogc:Literal>
                  <ogc:Literal>66000080</ogc:Literal><ogc:Literal>#DDE5D3</ogc:Literal>
                  <ogc:Literal>66000090</ogc:Literal><ogc:Literal>#D9E2E6</ogc:Literal>
                  <ogc:Literal>66000100</ogc:Literal><ogc:Literal>#EADFD0</ogc:Literal>
                  <ogc:Literal>66000110</ogc:Literal><ogc:Literal>#E6E3C8</ogc:Literal>
                  <ogc:Literal>66000120</ogc:Literal><ogc:Literal>#E8D9DC</ogc:Literal>
                  <ogc:Literal>66000130</ogc:Literal><ogc:Literal>#DEDAE6</ogc:Literal>
                  <ogc:Literal>66000140</ogc:Literal><ogc:Literal>#EADFD0</ogc:Literal>
                  <ogc:Literal>66000150</ogc:Literal><ogc:Literal>#DDE5D3</ogc:Literal>
                  <ogc:Literal>66000160</ogc:Literal><ogc:Literal>#E6E3C8</ogc:Literal>
                  <ogc:Literal>66000170</ogc:Literal><ogc:Literal>#DEDAE6</ogc:Literal>
                  <ogc:Literal>66000180</ogc:Literal><ogc:Literal>#E8D9DC</ogc:Literal>
                  <ogc:Literal>66000190</ogc:Literal><ogc:Literal>#E8D9DC</ogc:Literal>
                  <ogc:Literal>66000200</ogc:Literal><ogc:Literal>#DDE5D3</ogc:Literal>
                  <ogc:Literal>66000210</ogc:Literal><ogc:Literal>#EADFD0</ogc:Literal>
                  <ogc:Literal>66000220</ogc:Literal><ogc:Literal>#DEDAE6</ogc:Literal>
                  <ogc:Literal>66000230</ogc:Literal><ogc:Literal>#E6E3C8</ogc:Literal>
                  <ogc:Literal>66000240</ogc:Literal><ogc:Literal>#DEDAE6</ogc:Literal>
                  <ogc:Literal>66000250</ogc:Literal><ogc:Literal>#D9E2E6</ogc:Literal>
                  <ogc:Literal>66000260</ogc:Literal><ogc:Literal>#D9E2E6</ogc:Literal>
                  <ogc:Literal>66000270</ogc:Literal><ogc:Literal>#E6E3C8</ogc:Literal>
                  <ogc:Literal>66000280</ogc:Literal><ogc:Literal>#DDE5D3</ogc:Literal>
                  <ogc:Literal>66000290</ogc:Literal><ogc:Literal>#E6E3C8</ogc:Literal>
                </ogc:Function>
              </se:SvgParameter>
            </se:Fill>
            <se:Stroke>
              <se:SvgParameter name="stroke">#FFFFFF</se:SvgParameter>
              <se:SvgParameter name="stroke-width">1</se:SvgParameter>
              <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
            </se:Stroke>
          </se:PolygonSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:LineSymbolizer>
            <se:Stroke>
              <se:SvgParameter name="stroke">#A597B0</se:SvgParameter>
              <se:SvgParameter name="stroke-width">1</se:SvgParameter>
              <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
            </se:Stroke>
          </se:LineSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:MinScaleDenominator>400000</se:MinScaleDenominator>
          <se:MaxScaleDenominator>1500000</se:MaxScaleDenominator>
          <se:TextSymbolizer>
            <se:Label>
              <ogc:Function name="inLanguage"><ogc:PropertyName>name_zh</ogc:PropertyName><ogc:PropertyName>name_en</ogc:PropertyName></ogc:Function>
            </se:Label>
            <se:Font>
              <se:SvgParameter name="font-family">Noto Sans CJK TC, Noto Sans TC, sans-serif</se:SvgParameter>
              <se:SvgParameter name="font-size">12</se:SvgParameter>
              <se:SvgParameter name="font-weight">bold</se:SvgParameter>
            </se:Font>
            <se:LabelPlacement>
              <se:PointPlacement>
                <se:AnchorPoint>
                  <se:AnchorPointX>0.5</se:AnchorPointX>
                  <se:AnchorPointY>0.5</se:AnchorPointY>
                </se:AnchorPoint>
              </se:PointPlacement>
            </se:LabelPlacement>
            <se:Halo>
              <se:Radius>1.8</se:Radius>
              <se:Fill>
                <se:SvgParameter name="fill">#FFFFFF</se:SvgParameter>
              </se:Fill>
            </se:Halo>
            <se:Fill>
              <se:SvgParameter name="fill">#5B4A68</se:SvgParameter>
            </se:Fill>
            <se:Priority>900</se:Priority>
          </se:TextSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:MinScaleDenominator>60000</se:MinScaleDenominator>
          <se:MaxScaleDenominator>400000</se:MaxScaleDenominator>
          <se:TextSymbolizer>
            <se:Label>
              <ogc:Function name="inLanguage"><ogc:PropertyName>name_zh</ogc:PropertyName><ogc:PropertyName>name_en</ogc:PropertyName></ogc:Function>
            </se:Label>
            <se:Font>
              <se:SvgParameter name="font-family">Noto Sans CJK TC, Noto Sans TC, sans-serif</se:SvgParameter>
              <se:SvgParameter name="font-size">16</se:SvgParameter>
              <se:SvgParameter name="font-weight">bold</se:SvgParameter>
            </se:Font>
            <se:LabelPlacement>
              <se:PointPlacement>
                <se:AnchorPoint>
                  <se:AnchorPointX>0.5</se:AnchorPointX>
                  <se:AnchorPointY>0.5</se:AnchorPointY>
                </se:AnchorPoint>
              </se:PointPlacement>
            </se:LabelPlacement>
            <se:Halo>
              <se:Radius>2.2</se:Radius>
              <se:Fill>
                <se:SvgParameter name="fill">#FFFFFF</se:SvgParameter>
              </se:Fill>
            </se:Halo>
            <se:Fill>
              <se:SvgParameter name="fill">#5B4A68</se:SvgParameter>
            </se:Fill>
            <se:Priority>900</se:Priority>
          </se:TextSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:MinScaleDenominator>15000</se:MinScaleDenominator>
          <se:MaxScaleDenominator>60000</se:MaxScaleDenominator>
          <se:TextSymbolizer>
            <se:Label>
              <ogc:Function name="inLanguage"><ogc:PropertyName>name_zh</ogc:PropertyName><ogc:PropertyName>name_en</ogc:PropertyName></ogc:Function>
            </se:Label>
            <se:Font>
              <se:SvgParameter name="font-family">Noto Sans CJK TC, Noto Sans TC, sans-serif</se:SvgParameter>
              <se:SvgParameter name="font-size">20</se:SvgParameter>
              <se:SvgParameter name="font-weight">bold</se:SvgParameter>
            </se:Font>
            <se:LabelPlacement>
              <se:PointPlacement>
                <se:AnchorPoint>
                  <se:AnchorPointX>0.5</se:AnchorPointX>
                  <se:AnchorPointY>0.5</se:AnchorPointY>
                </se:AnchorPoint>
              </se:PointPlacement>
            </se:LabelPlacement>
            <se:Halo>
              <se:Radius>2.5</se:Radius>
              <se:Fill>
                <se:SvgParameter name="fill">#FFFFFF</se:SvgParameter>
              </se:Fill>
            </se:Halo>
            <se:Fill>
              <se:SvgParameter name="fill">#6E5E7A</se:SvgParameter>
            </se:Fill>
            <se:Priority>900</se:Priority>
          </se:TextSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>

package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.geotools.api.filter.Filter;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Filters and expressions, as ECQL. */
class SldFiltersTest {
  private final SldReader reader = new SldReader();

  private Filter filter(String xml) {
    return reader
        .readStyle(
            "<FeatureTypeStyle><Rule><Filter>%s</Filter></Rule></FeatureTypeStyle>".formatted(xml))
        .featureTypeStyles()
        .get(0)
        .rules()
        .get(0)
        .getFilter();
  }

  private String ecql(String xml) {
    return ECQL.toCQL(filter(xml));
  }

  private Expression expression(String xml) {
    TextSymbolizer text =
        (TextSymbolizer)
            reader
                .readStyle(
                    "<FeatureTypeStyle><Rule><TextSymbolizer><Label>%s</Label></TextSymbolizer></Rule></FeatureTypeStyle>"
                        .formatted(xml))
                .featureTypeStyles()
                .get(0)
                .rules()
                .get(0)
                .symbolizers()
                .get(0);
    return text.getLabel();
  }

  private static String compare(String operator, String literal) {
    return "<%s><PropertyName>a</PropertyName><Literal>%s</Literal></%s>"
        .formatted(operator, literal, operator);
  }

  @Test
  void comparisons() {
    assertThat(ecql(compare("PropertyIsEqualTo", "5"))).isEqualTo("a = 5");
    assertThat(ecql(compare("PropertyIsNotEqualTo", "x"))).isEqualTo("a <> 'x'");
    assertThat(ecql(compare("PropertyIsLessThan", "5"))).isEqualTo("a < 5");
    assertThat(ecql(compare("PropertyIsLessThanOrEqualTo", "5"))).isEqualTo("a <= 5");
    assertThat(ecql(compare("PropertyIsGreaterThan", "1.5"))).isEqualTo("a > 1.5");
    assertThat(ecql(compare("PropertyIsGreaterThanOrEqualTo", "-5"))).isEqualTo("a >= -5");
    assertThat(ecql("<PropertyIsNull><PropertyName>a</PropertyName></PropertyIsNull>"))
        .isEqualTo("a IS NULL");
    assertThat(
            ecql(
                "<PropertyIsBetween><PropertyName>a</PropertyName><LowerBoundary><Literal>1</Literal>"
                    + "</LowerBoundary><UpperBoundary><Literal>9</Literal></UpperBoundary></PropertyIsBetween>"))
        .isEqualTo("a BETWEEN 1 AND 9");
  }

  @Test
  void codesWithLeadingZerosStayText() {
    assertThat(ecql(compare("PropertyIsEqualTo", "007"))).isEqualTo("a = '007'");
    assertThat(ecql(compare("PropertyIsEqualTo", "1234567890123456789012")))
        .isEqualTo("a = '1234567890123456789012'");
  }

  @Test
  void likeKeepsItsWildcards() {
    PropertyIsLike like =
        (PropertyIsLike)
            filter(
                "<PropertyIsLike wildCard='%' singleChar='_' escape='!' matchCase='false'>"
                    + "<PropertyName>a</PropertyName><Literal>西%_!%</Literal></PropertyIsLike>");
    assertThat(like.getLiteral()).isEqualTo("西%_!%");
    assertThat(like.getWildCard()).isEqualTo("%");
    assertThat(like.getSingleChar()).isEqualTo("_");
    assertThat(like.getEscape()).isEqualTo("!");
    assertThat(like.isMatchingCase()).isFalse();
  }

  @Test
  void logicNests() {
    String one = compare("PropertyIsEqualTo", "1");
    assertThat(ecql("<And>" + one + "<Not><Or>" + one + one + "</Or></Not></And>"))
        .isEqualTo("a = 1 AND NOT (a IN (1,1))");
  }

  @Test
  void idsOfAllVersions() {
    assertThat(ecql("<FeatureId fid='roads.1'/><FeatureId fid='roads.2'/>"))
        .isEqualTo("IN ('roads.1','roads.2')");
    assertThat(ecql("<ResourceId rid='roads.1'/>")).isEqualTo("IN ('roads.1')");
  }

  @Test
  void boxWithoutSystemIsInThatOfTheData() {
    assertThat(
            ecql(
                "<BBOX><PropertyName>geom</PropertyName><Box><coordinates>1,2 3,4</coordinates></Box></BBOX>"))
        .isEqualTo("BBOX(geom, 1.0,2.0,3.0,4.0)");
    assertThat(
            ecql(
                "<BBOX><ValueReference>geom</ValueReference><Envelope><lowerCorner>1 2</lowerCorner>"
                    + "<upperCorner>3 4</upperCorner></Envelope></BBOX>"))
        .isEqualTo("BBOX(geom, 1.0,2.0,3.0,4.0)");
  }

  @Test
  void spatialOperatorsTakeGml2And3() {
    for (String name :
        new String[] {
          "Equals", "Disjoint", "Touches", "Within", "Overlaps", "Crosses", "Intersects", "Contains"
        }) {
      assertThat(
              ecql(
                  "<%s><PropertyName>geom</PropertyName><Point><pos>1 2</pos></Point></%s>"
                      .formatted(name, name)))
          .isEqualToIgnoringCase(name + "(geom, POINT (1 2))");
    }
    assertThat(
            ecql(
                "<Intersects><PropertyName>geom</PropertyName><LineString><coordinates cs=';' ts='|' decimal=','>"
                    + "1,5;2|3;4</coordinates></LineString></Intersects>"))
        .isEqualTo("INTERSECTS(geom, LINESTRING (1.5 2, 3 4))");
    assertThat(
            ecql(
                "<Within><PropertyName>geom</PropertyName><Polygon><exterior><LinearRing><posList>0 0 9 0 9 9 0 0"
                    + "</posList></LinearRing></exterior><interior><LinearRing><posList>5 1 6 1 6 2 5 1</posList>"
                    + "</LinearRing></interior></Polygon></Within>"))
        .isEqualTo("WITHIN(geom, POLYGON ((0 0, 9 0, 9 9, 0 0), (5 1, 6 1, 6 2, 5 1)))");
    assertThat(
            ecql(
                "<DWithin><PropertyName>geom</PropertyName><Point><coordinates>1,2</coordinates></Point>"
                    + "<Distance units='m'>50</Distance></DWithin>"))
        .isEqualTo("DWITHIN(geom, POINT (1 2), 50.0, m)");
  }

  @Test
  void axisOrderEndsHere() {
    assertThat(point("urn:ogc:def:crs:EPSG::4326", "24.1 120.6"))
        .isEqualTo("POINT (120.6 24.1) 4326");
    assertThat(point("EPSG:4326", "120.6 24.1")).isEqualTo("POINT (120.6 24.1) 4326");
    assertThat(point("http://www.opengis.net/gml/srs/epsg.xml#3826", "216000 2672000"))
        .isEqualTo("POINT (216000 2672000) 3826");
  }

  private String point(String srs, String position) {
    BinarySpatialOperator operator =
        (BinarySpatialOperator)
            filter(
                "<Intersects><PropertyName>geom</PropertyName><Point srsName='%s'><pos>%s</pos></Point></Intersects>"
                    .formatted(srs, position));
    Geometry geometry = (Geometry) ((Literal) operator.getExpression2()).getValue();
    return geometry + " " + geometry.getSRID();
  }

  @Test
  void prefixesOfAttributeNamesAreDropped() {
    assertThat(expression("<PropertyName>app:name_zh</PropertyName>")).hasToString("name_zh");
    assertThat(expression("<PropertyName>面積/公頃</PropertyName>")).hasToString("面積/公頃");
  }

  @Test
  void functionsCompute() {
    assertThat(
            value("<Function name='strConcat'><Literal>a</Literal><Literal>b</Literal></Function>"))
        .isEqualTo("ab");
    assertThat(
            value(
                "<Recode fallbackValue='?'><LookupValue>2</LookupValue><MapItem><Data>1</Data><Value>one</Value>"
                    + "</MapItem><MapItem><Data>2</Data><Value>two</Value></MapItem></Recode>"))
        .isEqualTo("two");
    assertThat(
            value(
                "<Categorize><LookupValue>15</LookupValue><Value>low</Value><Threshold>10</Threshold>"
                    + "<Value>middle</Value><Threshold>20</Threshold><Value>high</Value></Categorize>"))
        .isEqualTo("middle");
    assertThat(
            value(
                "<Interpolate><LookupValue>5</LookupValue><InterpolationPoint><Data>0</Data><Value>10</Value>"
                    + "</InterpolationPoint><InterpolationPoint><Data>10</Data><Value>20</Value></InterpolationPoint></Interpolate>"))
        .isEqualTo("15.0");
    assertThat(
            value(
                "<Concatenate><StringValue>臺</StringValue><StringValue>中</StringValue></Concatenate>"))
        .isEqualTo("臺中");
    assertThat(
            value(
                "<FormatNumber><NumericValue>1234.5</NumericValue><Pattern>#,##0.00</Pattern></FormatNumber>"))
        .isEqualTo("1,234.50");
    assertThat(value("<ChangeCase direction='toLower'><StringValue>ABC</StringValue></ChangeCase>"))
        .isEqualTo("abc");
    assertThat(
            value(
                "<Add><Literal>1</Literal><Div><Literal>3</Literal><Literal>2</Literal></Div></Add>"))
        .isEqualTo("2.5");
  }

  private String value(String xml) {
    return expression(xml).evaluate(null, String.class);
  }
}

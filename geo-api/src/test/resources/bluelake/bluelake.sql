-- Run after the migrations.
CREATE TABLE layers.basic_polygons (key integer PRIMARY KEY, id text, geom geometry(MultiPolygon, 4326));
INSERT INTO layers.basic_polygons VALUES
  (1, '', ST_Multi(ST_GeomFromText('POLYGON ((-1 0, 0 1, 1 0, 0 -1, -1 0))', 4326))),
  (2, '', ST_Multi(ST_MakeEnvelope(-2, 3, 1, 6, 4326))),
  (3, '', ST_Multi(ST_MakeEnvelope(-1, 2, 2, 5, 4326)));

CREATE TABLE layers.bridges (fid text PRIMARY KEY, name text, geom geometry(Point, 4326));
INSERT INTO layers.bridges VALUES ('110', 'Cam Bridge', ST_Point(0.0002, 0.0007, 4326));

CREATE TABLE layers.buildings (fid text PRIMARY KEY, address text, geom geometry(MultiPolygon, 4326));
INSERT INTO layers.buildings VALUES
  ('113', '1 Shore Street', ST_Multi(ST_MakeEnvelope(0.0008, 0.0005, 0.0012, 0.0007, 4326))),
  ('114', '2 Shore Street <b>&"''湖濱', ST_Multi(ST_MakeEnvelope(0.002, 0.0008, 0.0024, 0.001, 4326)));

CREATE TABLE layers.divided_routes (fid text PRIMARY KEY, name text, num_lanes integer, geom geometry(MultiLineString, 4326));
INSERT INTO layers.divided_routes VALUES
  ('119', 'Route 75', 4, ST_GeomFromText('MULTILINESTRING ((-0.0032 -0.0024, -0.0032 0.0024), (-0.0026 -0.0024, -0.0026 0.0024))', 4326));

CREATE TABLE layers.forests (fid text PRIMARY KEY, name text, geom geometry(MultiPolygon, 4326));
INSERT INTO layers.forests VALUES
  ('109', 'Green Forest', ST_Multi(ST_GeomFromText('POLYGON ((-0.0014 -0.0024, -0.0014 0, 0.0014 0.0009, 0.0042 0.0017, 0.0042 -0.0024, -0.0014 -0.0024))', 4326)));

CREATE TABLE layers.lakes (fid text PRIMARY KEY, name text, geom geometry(MultiPolygon, 4326));
INSERT INTO layers.lakes VALUES
  ('101', 'Blue Lake', ST_Multi(ST_GeomFromText(
    'POLYGON ((0.0006 -0.0018, 0.001 -0.0006, 0.0024 -0.0001, 0.0031 -0.0015, 0.0006 -0.0018),
              (0.0017 -0.0011, 0.0025 -0.0011, 0.0025 -0.0006, 0.0017 -0.0006, 0.0017 -0.0011))', 4326)));

CREATE TABLE layers.map_neatline (fid text PRIMARY KEY, geom geometry(MultiLineString, 4326));
INSERT INTO layers.map_neatline VALUES
  ('115', ST_Multi(ST_Boundary(ST_MakeEnvelope(-0.0042, -0.0024, 0.0042, 0.0024, 4326))));

CREATE TABLE layers.named_places (fid text PRIMARY KEY, name text, geom geometry(MultiPolygon, 4326));
INSERT INTO layers.named_places VALUES
  ('117', 'Ashton', ST_Multi(ST_MakeEnvelope(0.0016, 0.0006, 0.0042, 0.0024, 4326))),
  ('118', 'Goose Island', ST_Multi(ST_MakeEnvelope(0.0017, -0.0011, 0.0025, -0.0006, 4326)));

CREATE TABLE layers.ponds (fid text PRIMARY KEY, name text, type text, geom geometry(MultiPolygon, 4326));
INSERT INTO layers.ponds VALUES
  ('120', NULL, 'Stock Pond', ST_Collect(ST_MakeEnvelope(-0.002, 0.0016, -0.0018, 0.002, 4326),
                                         ST_MakeEnvelope(-0.0016, 0.0016, -0.0014, 0.002, 4326)));

CREATE TABLE layers.road_segments (fid text PRIMARY KEY, name text, geom geometry(MultiLineString, 4326));
INSERT INTO layers.road_segments VALUES
  ('102', 'Route 5', ST_GeomFromText('MULTILINESTRING ((-0.0042 -0.0006, -0.0014 0.0002, 0.0002 0.0007))', 4326)),
  ('103', 'Route 5', ST_GeomFromText('MULTILINESTRING ((0.0002 0.0007, 0.0028 0.0014))', 4326)),
  ('104', 'Route 5', ST_GeomFromText('MULTILINESTRING ((0.0028 0.0014, 0.003 0.0024))', 4326)),
  ('105', 'Main Street', ST_GeomFromText('MULTILINESTRING ((0.0028 0.0014, 0.0042 0.0018))', 4326)),
  ('106', 'Forest Road', ST_GeomFromText('MULTILINESTRING ((-0.0014 -0.0024, -0.0014 0.0002))', 4326));

CREATE TABLE layers.streams (fid text PRIMARY KEY, name text, geom geometry(MultiLineString, 4326));
INSERT INTO layers.streams VALUES
  ('111', 'Cam Stream', ST_GeomFromText('MULTILINESTRING ((-0.0004 0.0024, 0.0002 0.0007, 0.001 -0.0006))', 4326)),
  ('112', NULL, ST_GeomFromText('MULTILINESTRING ((0.0034 -0.0024, 0.0031 -0.0015))', 4326));

-- A point in the middle of Taichung, stored in TWD97 TM2.
CREATE TABLE layers.city_hall (key integer PRIMARY KEY, name text, geom geometry(Point, 3826));
INSERT INTO layers.city_hall VALUES (1, '臺中市政府', ST_Point(216000, 2672000, 3826));

INSERT INTO tuguan.theme VALUES ('bluelake', 1, '藍湖', 'Blue Lake'), ('city', 2, '城市', 'City');
INSERT INTO tuguan.agency VALUES ('test', 1, '測試機關', 'Test agency', true, NULL, NULL);

INSERT INTO tuguan.layer
  (name, title_zh, title_en, theme, agency, extent, schema_name, table_name, key_column, key_is_text,
   geometry_column, geometry_kind, srid, attributes)
SELECT 'cite:' || name, 'cite:' || name, 'cite:' || name, 'bluelake', 'test', extent, 'layers', tbl, key, key <> 'key',
       'geom', kind, 4326, attributes::jsonb
FROM (VALUES
  ('BasicPolygons', 'basic_polygons', 'key', 'POLYGON', '{-2,-1,2,6}'::float8[], '[{"name": "id", "type": "TEXT"}]'),
  ('Bridges', 'bridges', 'fid', 'POINT', '{0.0002,0.0007,0.0002,0.0007}', '[{"name": "name", "type": "TEXT"}]'),
  ('Buildings', 'buildings', 'fid', 'POLYGON', '{0.0008,0.0005,0.0024,0.001}', '[{"name": "address", "type": "TEXT"}]'),
  ('DividedRoutes', 'divided_routes', 'fid', 'LINE', '{-0.0032,-0.0024,-0.0026,0.0024}',
   '[{"name": "name", "type": "TEXT"}, {"name": "num_lanes", "type": "INTEGER"}]'),
  ('Forests', 'forests', 'fid', 'POLYGON', '{-0.0014,-0.0024,0.0042,0.0017}', '[{"name": "name", "type": "TEXT"}]'),
  ('Lakes', 'lakes', 'fid', 'POLYGON', '{0.0006,-0.0018,0.0031,-0.0001}', '[{"name": "name", "type": "TEXT"}]'),
  ('MapNeatline', 'map_neatline', 'fid', 'LINE', '{-0.0042,-0.0024,0.0042,0.0024}', '[]'),
  ('NamedPlaces', 'named_places', 'fid', 'POLYGON', '{0.0016,-0.0011,0.0042,0.0024}', '[{"name": "name", "type": "TEXT"}]'),
  ('Ponds', 'ponds', 'fid', 'POLYGON', '{-0.002,0.0016,-0.0014,0.002}',
   '[{"name": "name", "type": "TEXT"}, {"name": "type", "type": "TEXT"}]'),
  ('RoadSegments', 'road_segments', 'fid', 'LINE', '{-0.0042,-0.0024,0.0042,0.0024}', '[{"name": "name", "type": "TEXT"}]'),
  ('Streams', 'streams', 'fid', 'LINE', '{-0.0004,-0.0024,0.0034,0.0024}', '[{"name": "name", "type": "TEXT"}]')
) AS layer (name, tbl, key, kind, extent, attributes);

INSERT INTO tuguan.layer
  (name, title_zh, title_en, summary_zh, summary_en, keywords, theme, agency, attribution_zh, attribution_en, synthetic,
   extent, schema_name, table_name, key_column, key_is_text, geometry_column, geometry_kind, srid, attributes)
VALUES
  ('city_hall', '市政中心', 'City hall', '一個點', 'One point', '{市政}', 'city', 'test', '測試', 'Test', true,
   '{120.66,24.15,120.67,24.16}', 'layers', 'city_hall', 'key', false, 'geom', 'POINT', 3826,
   '[{"name": "name", "type": "TEXT"}]');

INSERT INTO tuguan.style (layer, name, position, title_zh, title_en, sld)
SELECT name, 'plain', 1, '素面', 'Plain',
  '<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
   <NamedLayer><Name>any</Name><UserStyle><FeatureTypeStyle><Rule>' ||
  CASE
    WHEN name = 'cite:Forests' THEN
      '<PolygonSymbolizer><Fill><CssParameter name="fill">#30A030</CssParameter></Fill></PolygonSymbolizer>'
    WHEN geometry_kind = 'POLYGON' THEN
      '<PolygonSymbolizer><Fill><CssParameter name="fill">#4040C0</CssParameter></Fill></PolygonSymbolizer>'
    WHEN geometry_kind = 'LINE' THEN
      '<LineSymbolizer><Stroke><CssParameter name="stroke">#C00000</CssParameter>
       <CssParameter name="stroke-width">2</CssParameter></Stroke></LineSymbolizer>'
    ELSE
      '<PointSymbolizer><Graphic><Mark><WellKnownName>square</WellKnownName>
       <Fill><CssParameter name="fill">#008000</CssParameter></Fill></Mark><Size>10</Size></Graphic></PointSymbolizer>'
  END || '</Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>'
FROM tuguan.layer;

INSERT INTO tuguan.style (layer, name, position, title_zh, title_en, sld) VALUES
  ('cite:Lakes', 'night', 2, '夜間', 'At night',
   '<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se">
    <NamedLayer><se:Name>any</se:Name><UserStyle><se:FeatureTypeStyle><se:Rule>
    <se:MinScaleDenominator>100</se:MinScaleDenominator><se:MaxScaleDenominator>50000</se:MaxScaleDenominator>
    <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#102040</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
    </se:Rule></se:FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>');

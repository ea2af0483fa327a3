-- Coordinates for SQL written by hand (views, reports, plugins). The server itself transforms in Java, by the same
-- operation. ST_Transform must not see TWD67 (3828, 3827, 3821): having no operation for it, it leaves out the shift of
-- some 850 m without a word.

-- Projection and ellipsoid only, so that nothing can be shifted. Another SRID gives a text that PROJ refuses.
CREATE FUNCTION twd67_definition(srid integer) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE srid
  WHEN 3828 THEN '+proj=tmerc +lat_0=0 +lon_0=121 +k=0.9999 +x_0=250000 +y_0=0 +a=6378160 +rf=298.25 +units=m +no_defs'
  WHEN 3827 THEN '+proj=tmerc +lat_0=0 +lon_0=119 +k=0.9999 +x_0=250000 +y_0=0 +a=6378160 +rf=298.25 +units=m +no_defs'
  WHEN 3821 THEN '+proj=longlat +a=6378160 +rf=298.25 +no_defs'
  ELSE 'SRID ' || srid || ' is not TWD67'
END;

-- Between the three systems of TWD67.
CREATE FUNCTION twd67_project(geom geometry, target integer) RETURNS geometry
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
  WHEN ST_SRID(geom) = target AND target IN (3828, 3827, 3821) THEN geom
  ELSE ST_SetSRID(ST_Transform(geom, twd67_definition(ST_SRID(geom)), twd67_definition(target)), target)
END;

-- From 3828, 3827 or 3821 to 3826. A few metres on the island of Taiwan; not established for Penghu.
CREATE FUNCTION twd67_to_twd97(geom geometry) RETURNS geometry
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ST_SetSRID(
  ST_Affine(twd67_project(geom, 3828), 1 + 1.549e-5, 6.521e-6, 6.521e-6, 1 + 1.549e-5, 807.8, -248.6), 3826);

-- From any system to 3828: the same equations, solved.
CREATE FUNCTION twd97_to_twd67(geom geometry) RETURNS geometry
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
  WHEN ST_SRID(geom) IN (3828, 3827, 3821) THEN twd67_project(geom, 3828)
  ELSE ST_SetSRID(
    ST_Affine(
      ST_Translate(ST_Transform(geom, 3826), -807.8, 248.6),
      (1 + 1.549e-5) / ((1 + 1.549e-5) ^ 2 - 6.521e-6 ^ 2), -6.521e-6 / ((1 + 1.549e-5) ^ 2 - 6.521e-6 ^ 2),
      -6.521e-6 / ((1 + 1.549e-5) ^ 2 - 6.521e-6 ^ 2), (1 + 1.549e-5) / ((1 + 1.549e-5) ^ 2 - 6.521e-6 ^ 2),
      0, 0),
    3828)
END;

-- ST_Transform for every system, TWD67 by its pinned operation.
CREATE FUNCTION transform(geom geometry, target integer) RETURNS geometry
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
  WHEN ST_SRID(geom) IN (3828, 3827, 3821) AND target IN (3828, 3827, 3821) THEN twd67_project(geom, target)
  WHEN ST_SRID(geom) IN (3828, 3827, 3821) THEN ST_Transform(twd67_to_twd97(geom), target)
  WHEN target IN (3828, 3827, 3821) THEN twd67_project(twd97_to_twd67(geom), target)
  ELSE ST_Transform(geom, target)
END;

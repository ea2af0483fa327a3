import { t } from "../i18n/i18n.js";

/** What people call file formats, in both languages. */
const FORMATS = {
  gpkg: "GeoPackage (.gpkg)",
  geojson: "GeoJSON (.geojson)",
  csv: "CSV (.csv)",
  shp: "Shapefile UTF-8 (.shp)",
  "shp-big5": "Shapefile Big5 (.shp)",
  fgb: "FlatGeobuf (.fgb)",
  kml: "KML (.kml)",
  dxf: "DXF (.dxf)",
  geotiff: "GeoTIFF (.tif)",
};

const SYSTEMS = ["EPSG:3826", "EPSG:3825", "EPSG:4326", "EPSG:3857", "EPSG:3828", "EPSG:3827"];

/** @param id of a format; one that is not known here is its own name */
export function formatName(id) {
  return FORMATS[id] ?? id;
}

/** @param code of a coordinate system, such as EPSG:3826 */
export function crsName(code) {
  return SYSTEMS.includes(code) ? t(`crs.${code}`) : code;
}

/** How an amount was reckoned, with the way of rounding in words. */
export function calculation(calc) {
  return calc
    .replace(/\b(half_up|floor|ceiling)\(/g, (all, mode) => `${t(`price.rounded.${mode}`)}(`)
    .replaceAll(" x ", " × ");
}

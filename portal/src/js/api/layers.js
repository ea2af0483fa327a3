import { getJson, send, withQuery } from "./http.js";

const LAYERS = "/api/v1/layers";

/** Everything published: themes, agencies and layers, in the catalogue's order. */
export function listLayers() {
  return getJson(LAYERS);
}

/** One layer, with its attributes, count and key. */
export function getLayer(name) {
  return getJson(`${LAYERS}/${encodeURIComponent(name)}`);
}

/** @param layer its "updated" makes the address change when the picture does */
export function thumbnailUrl(layer) {
  const path = `${LAYERS}/${encodeURIComponent(layer.name)}/thumbnail.png`;
  return withQuery(path, { v: layer.updated });
}

/** All features of a layer as files: [{format, href}]. Drawings and old programs want metres. */
export function downloads(name) {
  const file = `${LAYERS}/${encodeURIComponent(name)}/data`;
  return [
    { format: "GeoPackage", href: `${file}.gpkg` },
    { format: "GeoJSON", href: `${file}.geojson` },
    { format: "CSV", href: `${file}.csv` },
    { format: "Shapefile (UTF-8)", href: `${file}.shp?crs=EPSG:3826` },
    { format: "Shapefile (Big5)", href: `${file}.shp-big5?crs=EPSG:3826` },
    { format: "FlatGeobuf", href: `${file}.fgb` },
    { format: "KML", href: `${file}.kml` },
    { format: "DXF (CAD)", href: `${file}.dxf?crs=EPSG:3826` },
  ];
}

export function listTables() {
  return getJson("/api/v1/tables");
}

/** @param description table ("schema.table"), and whatever of title, theme, agency is known */
export function publishTable(description) {
  return send("POST", LAYERS, description);
}

/** @param changes what is null or missing stays as it is */
export function changeLayer(name, changes) {
  return send("PATCH", `${LAYERS}/${encodeURIComponent(name)}`, changes);
}

/** The table of an imported layer goes with it; others stay where they are. */
export function deleteLayer(name) {
  return send("DELETE", `${LAYERS}/${encodeURIComponent(name)}`);
}

/**
 * The map on the pages under /ogc: the features of the page, or the area of a collection. What to
 * show stands in data attributes of the element #map; without scripts the table remains.
 */
import * as L from "../webjars/leaflet/1.9.4/dist/leaflet-src.esm.js";

const ink = "#0b4f6c";
const shape = { color: ink, weight: 2, fillOpacity: 0.18 };
const point = { color: "#fff", weight: 1.5, fillColor: ink, fillOpacity: 0.9 };
const element = document.getElementById("map");

if (element) {
  show(element).catch((error) => {
    element.textContent = String(error.message ?? error);
  });
}

async function show({ dataset }) {
  const map = L.map("map", { zoomSnap: 0.25, maxZoom: 20, scrollWheelZoom: false });
  map.attributionControl.setPrefix(false);
  L.control.scale({ imperial: false }).addTo(map);
  if (dataset.features) {
    await showFeatures(map, dataset);
  } else {
    showCollection(map, dataset);
  }
}

function showCollection(map, { server, layer, bounds }) {
  const [west, south, east, north] = bounds.split(",").map(Number);
  const extent = L.latLngBounds([south, west], [north, east]);
  fit(map, extent);
  L.rectangle(extent, { color: ink, weight: 1.5, dashArray: "6 5", fill: false }).addTo(map);
  backdrop(server, map);
  wms(server, layer).addTo(map);
}

async function showFeatures(map, { server, features, items }) {
  const response = await fetch(features, { headers: { Accept: "application/geo+json" } });
  if (!response.ok) {
    throw new Error(`${response.status} ${response.statusText}`);
  }
  const page = await response.json();
  const shapes = L.geoJSON(page, {
    style: ({ geometry }) => (geometry?.type.endsWith("Point") ? point : shape),
    pointToLayer: (_, place) => L.circleMarker(place, { radius: 6 }),
    onEachFeature: (feature, drawn) => drawn.bindPopup(() => popup(feature, items)),
  }).addTo(map);
  const bounds = shapes.getBounds();
  if (bounds.isValid()) {
    fit(map, bounds);
  } else {
    map.setView([24.15, 120.68], 10);
  }
  backdrop(server, map);
}

function fit(map, bounds) {
  map.fitBounds(bounds, { padding: [24, 24], maxZoom: 17, animate: false });
}

/** The districts under the features, where the catalog has them. */
async function backdrop(server, map) {
  const response = await fetch(`${server}/ogc/collections/districts?f=json`);
  if (response.ok) {
    wms(server, "districts").setZIndex(0).setOpacity(0.6).addTo(map);
  }
}

/** In large tiles, since every tile writes its own labels. */
function wms(server, layer) {
  return L.tileLayer.wms(`${server}/wms`, {
    layers: layer,
    version: "1.3.0",
    format: "image/png",
    transparent: true,
    tileSize: 1024,
    language: document.documentElement.lang,
    maxZoom: 20,
  });
}

/** Built from text nodes, since values come from data. */
function popup(feature, items) {
  const box = document.createElement("div");
  const link = box.appendChild(document.createElement("a"));
  link.href = `${items}/${encodeURIComponent(feature.id)}?f=html`;
  link.textContent = feature.id;
  const table = box.appendChild(document.createElement("table"));
  for (const [name, value] of Object.entries(feature.properties).slice(0, 8)) {
    const row = table.insertRow();
    row.insertCell().textContent = name;
    row.insertCell().textContent = value ?? "";
  }
  return box;
}

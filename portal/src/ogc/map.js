/**
 * The map on the pages under /ogc: the features of the page, or the area of a collection. What to
 * show stands in data attributes of the element #map; without scripts the table remains.
 */
import { L } from "../js/map/leaflet.js";
import { MapPicture } from "../js/map/map-picture.js";

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
  picture(server, [layer], map);
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
  picture(server, [], map);
}

function fit(map, bounds) {
  map.fitBounds(bounds, { padding: [24, 24], maxZoom: 17, animate: false });
}

/** Layers over the districts, where the catalog has them, in one picture. */
async function picture(server, layers, map) {
  const response = await fetch(`${server}/ogc/collections/districts?f=json`);
  const names = new Set([...(response.ok ? ["districts"] : []), ...layers]);
  if (names.size > 0) {
    const shown = [...names].map((name) => ({ name, style: null }));
    new MapPicture(shown, { server, margin: 0 }).addTo(map);
  }
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

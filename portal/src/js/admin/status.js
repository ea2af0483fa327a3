import { getCache, getSnapshots, getSystem } from "../api/status.js";
import { moment, number, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { row, table } from "../ui/table.js";
import { size } from "../usage/usage-table.js";

/** What this server runs on, what it keeps in memory and on disk, and the work it does by itself. */
export async function openStatus(pane) {
  const [system, snapshots, cache] = await Promise.all([getSystem(), getSnapshots(), getCache()]);
  pane.replaceChildren(
    h("h2", { text: t("system.title") }),
    facts("system-facts", [
      ["system.program", `Tuguan ${system.program}`],
      ["system.database", `PostgreSQL ${system.database.postgresql}, PostGIS ${system.database.postgis}`],
      ["system.java", system.java],
      ["system.started", moment(system.started)],
      ["system.heap", t("system.of", { used: size(system.heap), limit: size(system.heap_limit) })],
    ]),
    h("h2", { text: t("system.snapshots") }),
    h("p", { class: "hint", text: t("system.budget", { used: size(snapshots.bytes), limit: size(snapshots.budget) }) }),
    table(
      ["layer", "state", "features", "bytes", "read", "change"].map((key) => t(`system.snapshot.${key}`)),
      snapshots.layers.map(snapshot),
      t("system.noSnapshots"),
    ),
    h("h2", { text: t("system.cache") }),
    facts("system-cache", cacheFacts(cache)),
    h("h2", { text: t("system.jobs") }),
    table(
      ["name", "next", "success", "failure"].map((key) => t(`system.job.${key}`)),
      system.jobs.map(job),
      t("system.noJobs"),
    ),
  );
}

function facts(id, pairs) {
  return h("section", { class: "facts", "data-testid": id },
    h("dl", {}, pairs.flatMap(([key, value]) => [h("dt", { text: t(key) }), h("dd", { text: value })])));
}

function snapshot(layer) {
  return row(
    {},
    layer.layer,
    layer.why ? `${t(`system.state.${layer.state}`)} (${layer.why})` : t(`system.state.${layer.state}`),
    number(layer.features),
    size(layer.bytes),
    layer.age === null ? "" : t("system.ago", { seconds: number(Math.round(layer.age)) }),
    layer.last_change ? moment(layer.last_change) : "",
  );
}

function cacheFacts({ hit_rate, memory_limit, disk_limit, since }) {
  return [
    ["system.hitRate", `${number(Math.round(hit_rate * 1000) / 10)} %`],
    ["system.hits", number(since.memory_hits + since.disk_hits + since.shared)],
    ["system.misses", number(since.misses)],
    ["system.stale", number(since.stale)],
    ["system.memory", t("system.of", { used: size(since.memory_bytes), limit: size(memory_limit) })],
    ["system.disk", t("system.of", { used: size(since.disk_bytes), limit: size(disk_limit) })],
  ];
}

function job({ name, instance, next, last_success, last_failure, failures }) {
  return row(
    failures > 0 ? { class: "warn" } : {},
    instance === "recurring" ? name : `${name} ${instance}`,
    next ? moment(next) : "",
    last_success ? moment(last_success) : "",
    last_failure ? `${moment(last_failure)} (${number(failures)})` : "",
  );
}

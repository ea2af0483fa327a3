import { openAgencies } from "./agencies.js";
import { openAudit } from "./audit.js";
import { openExtensions } from "./extensions.js";
import { openKeys } from "./keys.js";
import { openLayers } from "./layers.js";
import { openMail } from "./mail.js";
import { openSignUps } from "./sign-ups.js";
import { openStatus } from "./status.js";
import { openUsage } from "./usage.js";
import { openUsers } from "./users.js";

/**
 * The sections of the administration, in their order: id (behind the # of the address), title (a
 * message), roles that see it, and what fills its pane whenever it is chosen: open(pane, {status,
 * session}), which may be asynchronous and may throw what the server said.
 */
export const SECTIONS = [
  { id: "sign-ups", title: "admin.signUps", roles: ["ADMIN", "OFFICER"], open: openSignUps },
  { id: "users", title: "admin.users", roles: ["ADMIN", "OFFICER"], open: openUsers },
  { id: "agencies", title: "admin.agencies", roles: ["ADMIN"], open: openAgencies },
  { id: "keys", title: "keys.title", roles: ["ADMIN"], open: openKeys },
  { id: "layers", title: "admin.layers", roles: ["ADMIN", "OWNER"], open: openLayers },
  { id: "usage", title: "ledger.title", roles: ["ADMIN"], open: openUsage },
  { id: "mail", title: "admin.mail", roles: ["ADMIN"], open: openMail },
  { id: "status", title: "system.nav", roles: ["ADMIN"], open: openStatus },
  { id: "extensions", title: "extensions.nav", roles: ["ADMIN"], open: openExtensions },
  { id: "audit", title: "admin.audit", roles: ["ADMIN"], open: openAudit },
];

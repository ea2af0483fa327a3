import administration from "./en/administration.js";
import catalog from "./en/catalog.js";
import fees from "./en/fees.js";
import importing from "./en/importing.js";
import issuing from "./en/issuing.js";
import law from "./en/law.js";
import map from "./en/map.js";
import ordering from "./en/ordering.js";
import payment from "./en/payment.js";
import people from "./en/people.js";
import portal from "./en/portal.js";
import review from "./en/review.js";
import sharing from "./en/sharing.js";
import usage from "./en/usage.js";

/** What the portal says in English, by area; each area has the same keys in the same order in both languages. */
export default {
  ...administration,
  ...catalog,
  ...fees,
  ...importing,
  ...issuing,
  ...law,
  ...map,
  ...ordering,
  ...payment,
  ...people,
  ...portal,
  ...review,
  ...sharing,
  ...usage,
};

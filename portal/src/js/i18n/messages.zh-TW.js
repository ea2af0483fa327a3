import administration from "./zh-TW/administration.js";
import catalog from "./zh-TW/catalog.js";
import fees from "./zh-TW/fees.js";
import importing from "./zh-TW/importing.js";
import issuing from "./zh-TW/issuing.js";
import law from "./zh-TW/law.js";
import map from "./zh-TW/map.js";
import ordering from "./zh-TW/ordering.js";
import payment from "./zh-TW/payment.js";
import people from "./zh-TW/people.js";
import portal from "./zh-TW/portal.js";
import review from "./zh-TW/review.js";
import sharing from "./zh-TW/sharing.js";
import usage from "./zh-TW/usage.js";

/** What the portal says in Chinese, by area; each area has the same keys in the same order in both languages. */
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

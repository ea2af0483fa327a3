import { getJson } from "/js/api/http.js";
import { local } from "/js/i18n/i18n.js";

/** The agencies of the city, [id, name] each. */
export async function getAgencies() {
  const { agencies } = await getJson("/api/v1/agencies");
  return agencies.map((each) => [each.id, local(each.name)]);
}

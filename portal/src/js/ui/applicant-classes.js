import { t } from "../i18n/i18n.js";

/** What somebody from outside may say they are; the server knows them by these codes. */
const CLASSES = [
  "company",
  "natural_person",
  "city_contractor",
  "moi_and_subordinate",
  "land_office",
  "other_government",
  "public_school",
  "private_school",
  "academic_unit",
  "academic_researcher",
  "self_organised_readjustment",
];

/** [code, words] each, for a choice. */
export function applicantClasses() {
  return CLASSES.map((code) => [code, applicantClass(code)]);
}

export function applicantClass(code) {
  return t(`applicant.${code}`);
}

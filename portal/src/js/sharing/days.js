/** The day in Taipei, wherever the reader is, as 2011-12-31. */
export function today() {
  return dayAfter(0);
}

/** So many days after today. */
export function dayAfter(days) {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Taipei" }).format(day);
}

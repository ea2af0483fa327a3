/** The two libraries that come as plain scripts; everything else imports them from here. */
export const L = window.L;
export const proj4 = window.proj4;

/** How long the links in our mails work. */
export const linkMinutes = { magic: 15, reset: 60, verification: 24 * 60 };

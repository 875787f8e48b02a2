/**
 * Where a mail of this server goes: to a mail server, into the mailbox of an embedded instance, or nowhere at all, on
 * PostgreSQL without a mail server. Pages promise no more than that.
 */
export type MailReach = "sent" | "kept" | "nowhere";

export const keptWords =
  "This instance has no mail server: the mail lies in its mailbox, and whoever started it has the way there on their screen.";

export const cannotSendWords = "This server cannot send mail. Whoever runs it has to set SMTP_URL and MAIL_FROM first.";

/** For whoever has asked for a mail. */
export const nowhereWords = `Nothing was sent. ${cannotSendWords}`;

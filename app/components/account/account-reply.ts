/** What became of a form on the page of one's account, told in the part of the page that the form stands in. */
export type AccountPart = "name" | "address" | "password" | "passkeys" | "devices";

export type AccountReply = {
  part: AccountPart;
  tone: "quiet" | "danger";
  /** Null where a field says it all. */
  words: string | null;
  fields: Record<string, string>;
  /** Which of several forms in the part, as the id of a passkey. */
  about: string | null;
};

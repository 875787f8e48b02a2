/** What became of a form on the page of the authenticator app. */
export type TwoFactorReply = {
  /** Shown this once. */
  backupCodes: string[] | null;
  words: string | null;
  fields: { password?: string; code?: string };
};

/**
 * Everything about one person as one file, and what is not in it. What an organisation has made of somebody's answers and
 * not sent to them is that organisation's to tell.
 */
export const ownDataFormat = "tradeoff-own-data-1";

export const notInOwnData: readonly string[] = [
  "Levels and grades that a hiring team has not let you see, and the code under which its reviewers read you. Ask the organisation named beside your candidacy.",
  "What other people wrote in reviews of your answers, beyond what the pages show you.",
  "Passwords, passkeys and the secrets of an authenticator app: only that there are any.",
  "The words of mails to you: they hold links that sign somebody in.",
  "Scenarios and study pages that you wrote for an organisation: they belong to it. Its authors download them in the studio.",
];

/** What has to be typed before anything is deleted, so that it is no slip. */
export const deletionWords = { account: "delete my account", guest: "delete my work" };

export function isConfirmed(typed: string, isGuest: boolean): boolean {
  return typed.trim().toLowerCase().replace(/\s+/g, " ") === deletionWords[isGuest ? "guest" : "account"];
}

/** Without a password a sign-in of this age stands for it. */
export const recentMinutes = 15;

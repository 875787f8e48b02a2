import { invitationDays } from "#app/domain/accounts/invitation.ts";
import { roleName, type Role } from "#app/domain/accounts/roles.ts";
import { oneLine } from "#app/domain/text/one-line.ts";

type Invited = { inviter: string; organisation: string; roles: readonly Role[]; link: string; expiresAt: Date };

const anA = (word: string) => `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
const listOf = new Intl.ListFormat("en-GB", { type: "conjunction" });

const longestInSubject = 30;

/** A subject says who asks; it holds no message of theirs. */
function shortened(name: string): string {
  const letters = Array.from(name);
  return letters.length <= longestInSubject
    ? name
    : `${letters
        .slice(0, longestInSubject - 1)
        .join("")
        .trimEnd()}…`;
}

/** The mail to somebody who is invited, in plain text: who asks, to what, until when, and what to do if it is a mistake. */
export function writeInvitationMail(invited: Invited): { subject: string; text: string } {
  const [inviter, organisation] = [oneLine(invited.inviter), oneLine(invited.organisation)];
  const roles = listOf.format(invited.roles.map((role) => anA(roleName[role].toLowerCase())));
  const day = invited.expiresAt.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  const time = invited.expiresAt.toISOString().slice(11, 16);
  return {
    subject: `${shortened(inviter)} invites you to ${shortened(organisation)} on Tradeoff`,
    text: `${inviter} invites you to ${organisation} on Tradeoff, as ${roles}.

Open this link, sign in or make an account with this address, and accept:

${invited.link}

It works once, for this address alone, and for ${invitationDays} days: until ${day}, ${time} UTC.

If you do not know ${inviter} or ${organisation}, do nothing. You are a member of nothing unless you accept.
`,
  };
}

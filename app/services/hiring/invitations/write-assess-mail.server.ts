import { oneLine } from "#app/domain/text/one-line.ts";

type Invited = { assessment: string; organisation: string; link: string; expiresAt: Date; contact: string };

const longestInSubject = 60;

/** A subject says who asks and for what; it holds no message of theirs. */
function shortened(name: string): string {
  const letters = Array.from(name);
  if (letters.length <= longestInSubject) return name;
  return `${letters
    .slice(0, longestInSubject - 1)
    .join("")
    .trimEnd()}…`;
}

/** The mail to a candidate, in plain text: who invites to what, what comes before anything begins, and until when. */
export function writeAssessMail(invited: Invited): { subject: string; text: string } {
  const [assessment, organisation] = [oneLine(invited.assessment), oneLine(invited.organisation)];
  const day = invited.expiresAt.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  const time = invited.expiresAt.toISOString().slice(11, 16);
  return {
    subject: `${shortened(organisation)} invites you to an assessment`,
    text: `${organisation} invites you to an assessment on Tradeoff: ${assessment}.

Open this link, then sign in or make an account with this address:

${invited.link}

Before anything begins you read what happens, how long it takes, what is recorded, who sees it and until when. Nothing starts by opening the link.

It works once, for this address alone, until ${day}, ${time} UTC.

Questions, extra time, other accommodation: ${invited.contact}

If you do not know ${organisation}, do nothing.
`,
  };
}

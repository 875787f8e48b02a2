import { ButtonLink } from "#app/components/ui/button.tsx";
import "./organisation.css";

export type EndedWords = { title: string; next: string };

/** What holds of every invitation that does not lead on, whatever it was to. */
export const endedAlike: Record<"unknown" | "revoked", EndedWords> = {
  unknown: {
    title: "There is no such invitation.",
    next: "The link may have been cut off where the mail breaks a line: copy all of it into the address bar.",
  },
  revoked: {
    title: "This invitation was withdrawn.",
    next: "There may be a newer mail with another link; otherwise ask whoever invited you.",
  },
};

type EndedInvitationProps = { words: EndedWords; to: string; children: string };

/** Says how an invitation has ended, and what to do then; the children name what is the visitor's all the same. */
export function EndedInvitation({ words: { title, next }, to, children }: EndedInvitationProps) {
  return (
    <div className="wrap invitation-page">
      <h1>{title}</h1>
      <p>{next}</p>
      <p>
        <ButtonLink to={to}>{children}</ButtonLink>
      </p>
    </div>
  );
}

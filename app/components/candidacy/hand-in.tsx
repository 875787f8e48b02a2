import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import type { CandidacyView } from "#app/services/hiring/candidacy/find-candidacy.server.ts";
import { handInRefusalWords } from "./candidacy-words.ts";

const listOf = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** What is left that could still be done, in a sentence each. */
function leftOf({ parts, ended }: CandidacyView): string[] {
  if (ended !== null) return [];
  const titles = (chosen: typeof parts) => listOf.format(chosen.map(({ title }) => `“${title}”`));
  const untaken = parts.filter(({ finished }) => finished.length === 0);
  const again = parts.filter(({ finished, attemptsLeft }) => finished.length > 0 && attemptsLeft > 0);
  return [
    ...(untaken.length > 0 ? [`You have not taken ${titles(untaken)}.`] : []),
    ...(again.length > 0 ? [`You could take ${titles(again)} again.`] : []),
  ];
}

/** Asks before it hands in what could still be added to. */
export function HandIn({ candidacy }: { candidacy: CandidacyView }) {
  const { handInRefusal, mostAttempts, ended } = candidacy;
  const byItself =
    ended === null
      ? "With the last attempt at the last part it hands itself in."
      : "If you do not, it hands itself in.";
  if (handInRefusal !== null) {
    return (
      <p className="ink-2">
        {handInRefusalWords[handInRefusal]} {byItself}
      </p>
    );
  }
  return (
    <Form method="post" className="stack" preventScrollReset>
      <input type="hidden" name="intent" value="hand-in" />
      <p className="ink-2">
        {leftOf(candidacy).join(" ")}
        {mostAttempts > 1 ? " Of each part the last attempt you finished counts, not the best." : ""} {byItself}
      </p>
      <label className="choice">
        <input type="checkbox" name="sure" required />
        <span>Hand in what is finished. Nothing can be added after that.</span>
      </label>
      <div>
        <Button>Hand in</Button>
      </div>
    </Form>
  );
}

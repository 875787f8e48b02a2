import { LedgerHead } from "#app/components/ui/ledger.tsx";
import type { UsagePerson } from "#app/domain/usage/usage.ts";
import { countWords, dollars } from "./usage-words.ts";

function nameOf({ userId, isCandidates, name, isGuest }: UsagePerson): string {
  if (isCandidates) return "Candidates, in assessments";
  if (isGuest) return "A guest";
  return name ?? (userId === null ? "Nobody in particular" : "Somebody whose account is gone");
}

/** Whose doing the calls were, the dearest first. */
export function PeopleLedger({ people }: { people: readonly UsagePerson[] }) {
  return (
    <table className="ledger folds">
      <caption className="visually-hidden">Calls of the last 30 days by person</caption>
      <LedgerHead of="Person" figures={["Calls", "Today", "Thirty days"]} />
      <tbody>
        {people.map((person) => (
          <tr key={person.userId ?? (person.isCandidates ? "candidates" : "nobody")}>
            <th scope="row" className="lead-cell">
              {nameOf(person)}
            </th>
            <td className="r" data-label="Calls">
              {countWords(person.calls)}
            </td>
            <td className="r" data-label="Today">
              {dollars(person.todayUsd)}
            </td>
            <td className="r" data-label="Thirty days">
              {dollars(person.costUsd)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

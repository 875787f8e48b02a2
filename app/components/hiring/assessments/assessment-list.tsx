import { Link } from "@remix-run/react";
import { HiringNav } from "#app/components/hiring/hiring-nav.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { formatUtc } from "#app/components/ui/time.tsx";
import { mayAs } from "#app/domain/accounts/permissions.ts";
import type { Role } from "#app/domain/accounts/roles.ts";
import { stateWords, type ShownState } from "./state-words.ts";
import "./assessments.css";

type Row = {
  assessmentId: string;
  name: string;
  state: ShownState;
  isTaking: boolean;
  parts: number;
  deadline: string | null;
  begun: number;
  handedIn: number;
};

type AssessmentListProps = {
  organisation: { handle: string; name: string };
  roles: readonly Role[];
  assessments: readonly Row[];
  /** Where the older ones are. */
  next: string | null;
};

/** The assessments of one organisation, newest first. */
export function AssessmentList({ organisation, roles, assessments, next }: AssessmentListProps) {
  const hiring = `/hiring/${organisation.handle}`;
  const manages = mayAs(roles, "manage_assessments");
  return (
    <div className="wrap">
      <HiringNav organisation={organisation} roles={roles} at="assessments" title="Assessments">
        {manages && assessments.length > 0 ? (
          <ButtonLink look="go" to={`${hiring}/new`}>
            Make an assessment
          </ButtonLink>
        ) : null}
      </HiringNav>
      {assessments.length === 0 ? (
        <Empty hiring={hiring} manages={manages} />
      ) : (
        <Ledger hiring={hiring} assessments={assessments} />
      )}
      {next === null ? null : (
        <p className="more-rows">
          <Link to={`?after=${next}`}>Older ones</Link>
        </p>
      )}
    </div>
  );
}

function Empty({ hiring, manages }: { hiring: string; manages: boolean }) {
  return (
    <EmptyState
      title="There is no assessment yet."
      action={
        manages ? (
          <ButtonLink look="go" to={`${hiring}/new`}>
            Make the first one
          </ButtonLink>
        ) : null
      }
    >
      {manages
        ? "Choose scenarios and rules, read what candidates will be told, open it, and invite them. Your reviewers then read what comes in without knowing whose it is."
        : "Once an admin has made one, it stands here. What waits for you to read is under Review."}
    </EmptyState>
  );
}

function Ledger({ hiring, assessments }: { hiring: string; assessments: readonly Row[] }) {
  return (
    <table className="ledger folds assessment-ledger">
      <caption className="visually-hidden">Assessments, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Assessment</th>
          <th scope="col">State</th>
          <th scope="col">Deadline</th>
          <th scope="col" className="r">
            Scenarios
          </th>
          <th scope="col" className="r">
            Begun
          </th>
          <th scope="col" className="r">
            Handed in
          </th>
        </tr>
      </thead>
      <tbody>
        {assessments.map(({ assessmentId, name, state, isTaking, parts, deadline, begun, handedIn }) => (
          <tr key={assessmentId}>
            <th scope="row" className="lead-cell">
              <Link to={`${hiring}/assessments/${assessmentId}`} prefetch="intent">
                {name}
              </Link>
            </th>
            <td data-label="State">
              <span>{stateWords(state, isTaking)}</span>
            </td>
            <td data-label="Deadline">
              <span>{deadline === null ? "None" : <time dateTime={deadline}>{formatUtc(deadline, "day")}</time>}</span>
            </td>
            <td className="r num" data-label="Scenarios">
              <span>{parts}</span>
            </td>
            <td className="r num" data-label="Begun">
              <span>{begun}</span>
            </td>
            <td className="r num" data-label="Handed in">
              <span>{handedIn}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

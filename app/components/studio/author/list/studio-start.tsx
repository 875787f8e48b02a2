import { Link } from "@remix-run/react";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import "./list.css";

export type StudioStartProps = {
  view: { organisations: readonly { handle: string; name: string }[]; isGuest: boolean; seesCalibration: boolean };
};

/** For whoever writes in several organisations, or in none yet. */
export function StudioStart({ view: { organisations, isGuest, seesCalibration } }: StudioStartProps) {
  return (
    <div className="wrap studio-start">
      <header className="page-head">
        <h1>Studio</h1>
        <p className="lead">
          Write a scenario of your own, see whether the grader agrees with you about sample answers, and publish it to
          the people you teach or hire.
        </p>
      </header>
      <LabelledSection id="organisations" label="Write for">
        {organisations.length > 0 ? <Organisations organisations={organisations} /> : <None isGuest={isGuest} />}
      </LabelledSection>
      <LabelledSection id="also" label="Also here">
        <ul className="studio-links">
          {seesCalibration ? (
            <li>
              <Link to="/studio/calibration">Calibration</Link>
              <p className="small ink-2">
                How far the offline grader agrees with the authors of the library that ships.
              </p>
            </li>
          ) : null}
          <li>
            <Link to="/studio/diagram">Diagram studio</Link>
            <p className="small ink-2">Draw a system in Mermaid, with the structural rules reading along.</p>
          </li>
        </ul>
      </LabelledSection>
    </div>
  );
}

function Organisations({ organisations }: Pick<StudioStartProps["view"], "organisations">) {
  return (
    <ul>
      {organisations.map(({ handle, name }) => (
        <li key={handle} className="list-row">
          <h3 className="list-row-title serif">
            <Link to={`/studio/${handle}`}>{name}</Link>
          </h3>
        </li>
      ))}
    </ul>
  );
}

function None({ isGuest }: { isGuest: boolean }) {
  return (
    <EmptyState
      title="You write for no organisation yet."
      action={
        <>
          <ButtonLink look="go" to={isGuest ? "/sign-up?next=/organisations/new" : "/organisations/new"}>
            Make an organisation
          </ButtonLink>
          <Link to="/scenarios">See what ships</Link>
        </>
      }
    >
      {isGuest
        ? "Scenarios belong to an organisation, and an organisation to people with an account. Make both: what you did as a guest stays yours."
        : "Scenarios belong to an organisation: make one, or ask an admin of yours to let you write as an instructor."}
    </EmptyState>
  );
}

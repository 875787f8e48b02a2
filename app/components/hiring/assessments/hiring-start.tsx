import { Link } from "@remix-run/react";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";

type HiringStartProps = { organisations: readonly { handle: string; name: string }[]; isGuest: boolean };

/** For whoever hires in several organisations, or in none yet. */
export function HiringStart({ organisations, isGuest }: HiringStartProps) {
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>Hiring</h1>
        <p className="lead">
          Invite candidates to scenarios, read what they wrote without knowing whose it is, and decide on the record.
        </p>
      </header>
      {organisations.length === 0 ? <None isGuest={isGuest} /> : <Organisations organisations={organisations} />}
    </div>
  );
}

function Organisations({ organisations }: Pick<HiringStartProps, "organisations">) {
  return (
    <LabelledSection id="organisations" label="Hire for">
      <ul>
        {organisations.map(({ handle, name }) => (
          <li key={handle} className="list-row">
            <h3 className="list-row-title serif">
              <Link to={`/hiring/${handle}`}>{name}</Link>
            </h3>
          </li>
        ))}
      </ul>
    </LabelledSection>
  );
}

function None({ isGuest }: Pick<HiringStartProps, "isGuest">) {
  return (
    <EmptyState
      title="You hire for no organisation yet."
      action={
        <>
          <ButtonLink look="go" to={isGuest ? "/sign-up?next=/organisations/new" : "/organisations/new"}>
            Make an organisation
          </ButtonLink>
          <Link to="/assessments">Assessments you take yourself</Link>
        </>
      }
    >
      Assessments belong to an organisation, and its admins make them. Make one, or ask an admin of yours to let you
      review.
    </EmptyState>
  );
}

import { Form, Link } from "@remix-run/react";
import { HiringNav } from "#app/components/hiring/hiring-nav.tsx";
import { NoticeText } from "#app/components/hiring/notice/notice-text.tsx";
import { Told } from "#app/components/organisation/told.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { mayAs } from "#app/domain/accounts/permissions.ts";
import type { Role } from "#app/domain/accounts/roles.ts";
import type { AssessmentSettings } from "#app/domain/hiring/assessment.ts";
import type { Notice } from "#app/domain/hiring/notice.ts";
import { ChangesForm } from "./changes-form.tsx";
import { EndForms } from "./end-forms.tsx";
import { FixedRules, type ShownPart } from "./fixed-rules.tsx";
import { givenOf } from "./given-settings.ts";
import { NotSaved } from "./new-assessment.tsx";
import type { ShownChoice } from "./part-fields.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { someOf, stateWords, type ShownState } from "./state-words.ts";
import "#app/components/organisation/organisation.css";
import "./assessments.css";

export type ShownOverview = {
  assessmentId: string;
  state: ShownState;
  isTaking: boolean;
  hasCandidates: boolean;
  settings: AssessmentSettings;
  parts: readonly ShownPart[];
  warmUpTitle: string | null;
  missing: readonly string[];
  counts: { invited: number; underWay: number; handedIn: number; sessions: number; reviewed: number };
  notice: Notice;
};

export type OverviewTold =
  | { tone: "done"; message: string }
  | { tone: "refused"; message: string | null; given: Record<string, string>; fields: Record<string, string> };

export type OverviewProps = {
  organisation: { handle: string; name: string };
  roles: readonly Role[];
  overview: ShownOverview;
  /** What a draft may be made of; empty for whoever does not change it. */
  choices: readonly ShownChoice[];
  told: OverviewTold | null;
};

/** One assessment: where it stands, its rules, and what candidates are told. */
export function Overview({ organisation, roles, overview, choices, told }: OverviewProps) {
  const { state, settings, assessmentId } = overview;
  const manages = mayAs(roles, "manage_assessments");
  const refused = told?.tone === "refused" ? told : null;
  return (
    <div className="wrap">
      <HiringNav organisation={organisation} roles={roles} at="assessments" title={settings.name}>
        <Ways hiring={`/hiring/${organisation.handle}`} {...{ assessmentId, state, roles }} />
      </HiringNav>
      {told?.message ? (
        <Told key={told.message} tone={told.tone}>
          {told.message}
        </Told>
      ) : null}
      {refused && Object.keys(refused.fields).length > 0 ? <NotSaved /> : null}
      <StandingPart overview={overview} manages={manages} queue={`/hiring/${organisation.handle}/queue`} />
      {manages && state === "draft" ? null : <FixedRules overview={overview} />}
      {manages ? <Settings {...{ overview, choices, refused }} /> : null}
      <NoticePart overview={overview} />
      {manages ? <EndForms overview={overview} /> : null}
    </div>
  );
}

/** As it would be told now. What is missing from a draft would be missing from its words. */
function NoticePart({ overview: { parts, settings, notice } }: Pick<OverviewProps, "overview">) {
  const isWritten = parts.length > 0 && settings.contact !== "";
  return (
    <LabelledSection id="notice" label="The notice">
      {isWritten ? (
        <>
          <p className="small ink-2">
            This is what candidates read before anything begins, and what they say they have read. The words of those
            who have begun are kept as they were.
          </p>
          <div className="notice-preview">
            <NoticeText notice={notice} />
          </div>
        </>
      ) : (
        <p>What candidates will be told stands here once a scenario is chosen and there is an address to ask.</p>
      )}
    </LabelledSection>
  );
}

type WaysProps = { hiring: string; assessmentId: string; state: ShownState; roles: readonly Role[] };

function Ways({ hiring, assessmentId, state, roles }: WaysProps) {
  if (state === "draft" || !mayAs(roles, "see_people")) return null;
  return (
    <div className="row">
      <ButtonLink to={`${hiring}/assessments/${assessmentId}/people`}>People</ButtonLink>
      <ButtonLink to={`${hiring}/assessments/${assessmentId}/results`}>Results</ButtonLink>
    </div>
  );
}

function Settings({
  overview,
  choices,
  refused,
}: Pick<OverviewProps, "overview" | "choices"> & { refused: Extract<OverviewTold, { tone: "refused" }> | null }) {
  const { state, settings } = overview;
  const isForm = refused !== null && Object.keys(refused.fields).length > 0;
  const given = isForm ? refused.given : givenOf(settings);
  const fields = isForm ? refused.fields : {};
  // Saved values take the place of what was typed.
  const key = JSON.stringify(settings);
  if (state === "draft") return <SettingsForm key={key} {...{ choices, given, fields }} save="Save the draft" />;
  return <ChangesForm key={key} {...{ state, given, fields }} reviewersToldOf={settings.reviewersPerSession} />;
}

/** Where it stands: what is missing from a draft, how far candidates and reviewers are. */
function StandingPart({ overview, manages, queue }: { overview: ShownOverview; manages: boolean; queue: string }) {
  const { state, isTaking, missing, counts } = overview;
  return (
    <LabelledSection id="standing" label={stateWords(state, isTaking)}>
      {state === "draft" ? (
        <Opening missing={missing} manages={manages} />
      ) : (
        <Counts {...{ counts, isTaking, queue }} />
      )}
      {state !== "draft" && !isTaking && counts.underWay > 0 ? (
        <p>Nothing begins any more. Interviews under way go on by their own clocks, and are handed in then.</p>
      ) : null}
    </LabelledSection>
  );
}

function Opening({ missing, manages }: { missing: readonly string[]; manages: boolean }) {
  if (!manages) return <p>It is being prepared. Nobody is invited yet.</p>;
  if (missing.length > 0) {
    return (
      <>
        <p>Before it can be opened:</p>
        <ul className="missing">
          {missing.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <Form method="post" className="stack">
      <p>
        Everything needed is there. Once it is open you invite candidates, and its scenarios, times, attempts, retention
        and grading stay as they are: everybody takes the same. Read <a href="#notice">the notice</a> first.
      </p>
      <div>
        <Button look="go" name="intent" value="open">
          Open it
        </Button>
      </div>
    </Form>
  );
}

function Counts({ counts, isTaking, queue }: Pick<ShownOverview, "counts" | "isTaking"> & { queue: string }) {
  const { invited, underWay, handedIn, sessions, reviewed } = counts;
  return (
    <ul className="counts">
      <li>
        <b>{invited}</b> invited by address {isTaking ? "and not come yet" : "who did not come"}
      </li>
      <li>
        <b>{underWay}</b> {isTaking ? "under way" : "begun and not handed in"}
      </li>
      <li>
        <b>{handedIn}</b> handed in
      </li>
      <li>
        <b>{reviewed}</b> of {someOf(sessions, "session")} with complete reviews
        {reviewed < sessions ? (
          <>
            : <Link to={queue}>go on reviewing</Link>
          </>
        ) : null}
      </li>
    </ul>
  );
}

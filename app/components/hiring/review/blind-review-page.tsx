import { Form, useParams } from "@remix-run/react";
import { useRef, useState } from "react";
import { SlimHeader } from "#app/components/shell/slim-header.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { ReviewKeyDialog, ReviewKeyLine } from "./keys/key-list.tsx";
import { useReviewKeys } from "./keys/use-review-keys.ts";
import { useSingleKeys } from "./keys/use-single-keys.ts";
import { Reading } from "./reading/reading.tsx";
import { useQuoting } from "./reading/use-quoting.ts";
import type { BlindReviewView, RefusedReview } from "./review-view.ts";
import { RatedSoFar } from "./rubric/rated-so-far.tsx";
import { Rubric } from "./rubric/rubric.tsx";
import { SkipPart } from "./rubric/skip-part.tsx";
import { Notices } from "./saving/notices.tsx";
import { ReviewSavingLine } from "./saving/review-saving-line.tsx";
import { useBlindReview, type BlindReviewControls } from "./use-blind-review.ts";
import { useCommands } from "./use-commands.ts";
import { useFinishing } from "./use-finishing.ts";
import "./blind-review.css";

type BlindReviewPageProps = { review: BlindReviewView; refused: RefusedReview | null };

type Pane = "transcript" | "rubric";

/** A transcript to be read without a name or a score, and the rubric beside it to be given levels. */
export function BlindReviewPage({ review, refused }: BlindReviewPageProps) {
  const { criteria, transcript } = review;
  const { organisation = "" } = useParams();
  const queue = `/hiring/${organisation}/queue`;
  const [pane, setPane] = useState<Pane>("transcript");
  const [litId, setLit] = useState<string | null>(null);
  const [showsKeys, setShowsKeys] = useState(false);
  const readRef = useRef<HTMLElement>(null);
  const controls = useBlindReview(review, refused);
  const quoting = useQuoting(transcript, readRef);
  const finishing = useFinishing(review, controls, refused);
  const showKeys = () => setShowsKeys(true);
  const commands = useCommands({ review, controls, quoting, finishing, showPane: setPane, showKeys });
  const { areOn, setOn } = useSingleKeys();
  const { isPicking, places } = quoting;
  useReviewKeys({ isPicking, hasSelection: places.length > 0, areOn, onCommand: commands.run });
  const openCriterion = criteria.find(({ id }) => id === controls.openId) ?? criteria[0];
  const reading = { review, quoting, litId, quotes: controls.state.draft.quotes, openKey: openCriterion?.key ?? "" };
  return (
    <div className="blind-page">
      <Header review={review} controls={controls} queue={queue} />
      <main id="main" tabIndex={-1}>
        <Notices criteria={criteria} controls={controls} queue={queue} />
        <PaneTabs pane={pane} onPane={setPane} rated={`${controls.rated} of ${criteria.length}`} />
        <div className="blind-columns" data-pane={pane}>
          <section className="blind-transcript" id="transcript" aria-labelledby="transcript-title" ref={readRef}>
            <Reading {...reading} commands={commands} />
          </section>
          <section className="blind-rubric" id="rubric" aria-labelledby="rubric-title">
            <Form method="post" onSubmit={finishing.onSubmit} preventScrollReset>
              <fieldset disabled={controls.state.rival !== null}>
                <Rubric
                  review={review}
                  controls={controls}
                  finishing={finishing}
                  onGoTo={commands.goTo}
                  onLight={setLit}
                  onShow={() => setPane("transcript")}
                  onPickByKeys={() => commands.run({ type: "evidence" })}
                />
              </fieldset>
            </Form>
            <SkipPart problem={refused?.intent === "skip" ? (refused.problems[0]?.message ?? null) : null} />
          </section>
        </div>
        <p className="visually-hidden" role="status">
          {commands.said}
        </p>
      </main>
      <ReviewKeyLine areOn={areOn} onShowAll={showKeys} />
      <ReviewKeyDialog isOpen={showsKeys} onClose={() => setShowsKeys(false)} areOn={areOn} onSwitch={setOn} />
    </div>
  );
}

type HeaderProps = { review: BlindReviewView; controls: BlindReviewControls; queue: string };

function Header({ review: { code, title, criteria }, controls: { rated, state }, queue }: HeaderProps) {
  const leave = (
    <ButtonLink className="leave-queue" to={queue}>
      <span>
        Leave<span className="leave-what"> the queue</span>
      </span>
    </ButtonLink>
  );
  return (
    <SlimHeader title={`Candidate ${code}`} note={title} action={leave}>
      <RatedSoFar rated={rated} of={criteria.length} />
      <ReviewSavingLine state={state} />
    </SlimHeader>
  );
}

const panes: readonly { pane: Pane; name: string }[] = [
  { pane: "transcript", name: "Transcript" },
  { pane: "rubric", name: "Rubric" },
];

/** On a narrow page the two take turns. Links, so that without scripts they lead down the page instead. */
function PaneTabs({ pane, onPane, rated }: { pane: Pane; onPane: (pane: Pane) => void; rated: string }) {
  return (
    <nav className="tabs blind-tabs" aria-label="Parts of the page">
      {panes.map((each) => (
        <a
          key={each.pane}
          href={`#${each.pane}`}
          aria-current={each.pane === pane ? "true" : undefined}
          onClick={(event) => {
            event.preventDefault();
            onPane(each.pane);
            scrollTo(0, 0);
          }}
        >
          {each.name}
          {each.pane === "rubric" ? <span className="muted num"> {rated}</span> : null}
        </a>
      ))}
    </nav>
  );
}

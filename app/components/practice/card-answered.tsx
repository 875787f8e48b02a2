import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { ApproachMark } from "#app/components/ui/approach.tsx";
import { Kbd } from "#app/components/ui/kbd.tsx";
import { sourcesWords } from "#app/components/ui/source-note.tsx";
import { VerdictMark } from "#app/components/ui/verdict.tsx";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import type { Verdict } from "#app/domain/scenarios/schema.ts";
import { CardHead, type ShownCard } from "./card-question.tsx";
import { verdictSentence, waitWords } from "./practice-words.ts";
import { QuotedAnswer } from "./quoted-answer.tsx";
import { useRatingKeys } from "./use-rating-keys.ts";

type Rating = 1 | 2 | 3 | 4;
const ratingName: Record<Rating, string> = { 1: "Again", 2: "Hard", 3: "Good", 4: "Easy" };
const ratingMeans: Record<Rating, string> = {
  1: "I did not have it",
  2: "I had it with effort",
  3: "I had it",
  4: "I had it at once",
};

export type Counted =
  | { kind: "check"; name: string; forInstance: string[] }
  | { kind: "number"; sum: string; claimed: string }
  | { kind: "drill"; conditions: { approach: Approach; condition: string; forInstance: string[] }[] };

export type ShownAnswer = {
  card: ShownCard;
  answer: string;
  judgement: { verdict: Verdict; reason: string; quotes: { start: number; end: number }[] };
  counted: Counted;
  study: { href: string; pageTitle: string; sectionTitle: string } | null;
  sources: string[];
  suggested: Rating;
  comesBack: { rating: Rating; inMs: number }[];
  due: string;
};

/** A card after its answer: the verdict, what counts, and four buttons to rate oneself. */
export function CardAnswered({ answered }: { answered: ShownAnswer }) {
  const { card, answer, judgement, counted, study, sources } = answered;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <CardHead card={card} />
      <section className="recall-verdict" aria-labelledby="recall-verdict">
        <h3 id="recall-verdict" tabIndex={-1} ref={heading}>
          {verdictSentence[judgement.verdict]}
        </h3>
        {answer === "" ? null : <QuotedAnswer text={answer} quotes={judgement.quotes} verdict={judgement.verdict} />}
        <p className="small">
          <VerdictMark verdict={judgement.verdict} />{" "}
          <span className="ink-2">{judgement.reason} The offline reading is an estimate; you decide.</span>
        </p>
      </section>
      <section aria-label="What counts" className="recall-counts">
        <h3>What counts</h3>
        <WhatCounts counted={counted} />
        <p className="small muted">
          {study ? (
            <>
              <Link to={study.href}>
                {study.pageTitle}, {study.sectionTitle}
              </Link>
              {sources.length > 0 ? " · " : null}
            </>
          ) : null}
          {sources.length > 0 ? sourcesWords(sources) : null}
        </p>
      </section>
      <RatingForm answered={answered} />
    </>
  );
}

function WhatCounts({ counted }: { counted: Counted }) {
  if (counted.kind === "number") {
    return (
      <p className="serif">
        {counted.sum} You had said <s>{counted.claimed}</s>.
      </p>
    );
  }
  if (counted.kind === "check") {
    return (
      <>
        <p className="serif">{counted.name}</p>
        <ForInstance phrasings={counted.forInstance} />
      </>
    );
  }
  return counted.conditions.map(({ approach, condition, forInstance }) => (
    <div key={approach} className="condition">
      <p>
        <ApproachMark approach={approach} /> <span className="serif">{condition}</span>
      </p>
      <ForInstance phrasings={forInstance} />
    </div>
  ));
}

export function ForInstance({ phrasings }: { phrasings: readonly string[] }) {
  return (
    <>
      <p className="small muted">For instance</p>
      <ul className="for-instance">
        {phrasings.map((phrasing) => (
          <li key={phrasing}>{phrasing}</li>
        ))}
      </ul>
    </>
  );
}

function RatingForm({ answered }: { answered: ShownAnswer }) {
  const { card, answer, due, suggested, comesBack } = answered;
  const form = useRef<HTMLFormElement>(null);
  useRatingKeys(form);
  return (
    <Form method="post" ref={form} className="rating-form" preventScrollReset>
      <input type="hidden" name="intent" value="rate" />
      <input type="hidden" name="cardId" value={card.id} />
      <input type="hidden" name="answer" value={answer} />
      <input type="hidden" name="due" value={due} />
      <fieldset>
        <legend>How well did you have it?</legend>
        <p className="small muted">
          Your words suggest “{ratingName[suggested]}”. Nothing is chosen for you. Keys <Kbd>1</Kbd> to <Kbd>4</Kbd>.
        </p>
        <div className="ratings">
          {comesBack.map(({ rating, inMs }) => (
            <button key={rating} className="btn rating" name="rating" value={rating}>
              <span className="rating-name">
                <Kbd>{String(rating)}</Kbd> {ratingName[rating]}
              </span>
              <span className="tiny rating-means">{ratingMeans[rating]}</span>
              <span className="tiny num">back in {waitWords(inMs)}</span>
            </button>
          ))}
        </div>
      </fieldset>
    </Form>
  );
}

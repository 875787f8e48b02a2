import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, type ClientActionFunctionArgs } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { z } from "zod";
import { CardAnswered } from "#app/components/practice/card-answered.tsx";
import { CardQuestion } from "#app/components/practice/card-question.tsx";
import { ForecastChart } from "#app/components/practice/forecast-chart.tsx";
import { retentionWords } from "#app/components/practice/practice-words.ts";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { maxReasonChars } from "#app/domain/practice/answer-judgement.ts";
import { ratingName, RatingSchema } from "#app/domain/practice/schedule.ts";
import { storable } from "#app/domain/text/storable.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { findViewer } from "#app/http/viewer.server.ts";
import { answerCard } from "#app/services/practice/answer-card.server.ts";
import { getPractice } from "#app/services/practice/get-practice.server.ts";
import { rateCard } from "#app/services/practice/rate-card.server.ts";
import { setAsideCard } from "#app/services/practice/set-aside-card.server.ts";
import { undoRating } from "#app/services/practice/undo-rating.server.ts";
import "#app/components/practice/practice.css";

export const meta: MetaFunction = () => [
  { title: "Practice · Tradeoff" },
  { name: "description", content: "What you missed comes back when you are about to forget it." },
];

// Anyone may come; what is shown is the viewer's own, and a visitor who has done nothing has no cards.
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  return { practice: viewer ? await getPractice(viewer) : null };
}

const answer = z
  .string()
  .default("")
  .transform((text) => storable(text).trim())
  .pipe(
    z.string().max(maxReasonChars, `An answer may be at most ${maxReasonChars.toLocaleString("en")} characters long.`),
  );
const id = z.string().min(1).transform(storable);

const PracticeFormSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("answer"),
    cardId: id,
    answer: answer.pipe(z.string().min(1, "Write an answer first, or say that you don’t know.")),
  }),
  z.object({ intent: z.literal("give-up"), cardId: id }),
  z.object({ intent: z.literal("rate"), cardId: id, answer, rating: RatingSchema, due: z.iso.datetime() }),
  z.object({ intent: z.literal("undo"), reviewId: id }),
  z.object({ intent: z.literal("set-aside"), cardId: id }),
  z.object({ intent: z.literal("bring-back"), cardId: id }),
]);
type PracticeForm = z.infer<typeof PracticeFormSchema>;

/** A problem with the answer is told at its field, any other one above the card. */
type Refused = { answered: null; problem: string; typed: string | null };
const refuse = (status: 400 | 401 | 409, problem: string, typed: string | null = null) =>
  data<Refused>({ answered: null, problem, typed }, { status });

const ratedAlready = "This card was rated in another tab meanwhile. Here is what is due now.";

async function take(viewer: Viewer, sent: PracticeForm) {
  switch (sent.intent) {
    case "answer":
    case "give-up": {
      const typed = sent.intent === "answer" ? sent.answer : "";
      const answered = requireFound(await answerCard(viewer, { cardId: sent.cardId, answer: typed }));
      return { answered, problem: null, typed };
    }
    case "rate":
      return requireFound(await rateCard(viewer, sent)).ok ? redirect("/practice") : refuse(409, ratedAlready);
    case "undo":
      return (await undoRating(viewer, sent.reviewId))
        ? redirect("/practice")
        : refuse(409, "That rating is not the last one any more, so it stays.");
    case "set-aside":
    case "bring-back": {
      const done = await setAsideCard(viewer, { cardId: sent.cardId, setAside: sent.intent === "set-aside" });
      requireFound(done || null);
      return redirect("/practice");
    }
  }
}

function typedIn(form: FormData): string {
  const typed = form.get("answer");
  return typeof typed === "string" ? typed : "";
}

const signedOut = "You are signed out. Sign in in another tab, then send it again: what you typed is still here.";
const notSent = "It could not be sent. What you typed is still here; send it again when you are back online.";

/** A connection that is gone leaves the page as it is, with what was typed. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData();
  return serverAction<typeof action>().catch((error: unknown): Refused => {
    if (error instanceof Response) throw error;
    return { answered: null, problem: notSent, typed: typedIn(form) };
  });
}

// Only the person a card belongs to may answer, rate or set it aside.
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const form = await request.formData();
  const viewer = await findViewer(request);
  if (viewer === null) return refuse(401, signedOut, typedIn(form));
  const sent = PracticeFormSchema.safeParse(Object.fromEntries(form));
  if (!sent.success) {
    const [issue] = sent.error.issues;
    if (issue?.path[0] === "answer") return refuse(400, issue.message, typedIn(form));
    return refuse(400, "This form could not be read. Reload the page.");
  }
  return take(viewer, sent.data);
}

export default function PracticePage() {
  const { practice } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>Practice</h1>
        <p className="lead">What you missed comes back when you are about to forget it.</p>
      </header>
      {practice === null || practice.cards + practice.setAside.length === 0 ? <NoCards /> : <Cards />}
    </div>
  );
}

function NoCards() {
  return (
    <EmptyState
      title="There is nothing to bring back yet."
      action={
        <>
          <ButtonLink look="go" to="/practice/drill">
            Try a drill, one minute
          </ButtonLink>
          <ButtonLink to="/scenarios">Choose a scenario</ButtonLink>
        </>
      }
    >
      Each check you miss in an interview becomes a card here, and so does each sum that came out wrong and each drill
      you missed.
    </EmptyState>
  );
}

function usePractice() {
  const { practice } = useLoaderData<typeof loader>();
  if (practice === null) throw new Error("Cards are shown only to somebody who has some.");
  return practice;
}

function Cards() {
  const practice = usePractice();
  return (
    <div className="practice-page">
      <div>
        <LastRating />
        <Due />
      </div>
      <aside className="practice-aside" aria-label="How it stands">
        <section aria-labelledby="drills">
          <h2 id="drills">Drills</h2>
          <p className="small ink-2">One situation, one minute: an approach, and the one condition that decides.</p>
          <p className="small">
            <Link to="/practice/drill">To the drills</Link>
          </p>
        </section>
        <section aria-labelledby="to-come">
          <h2 id="to-come">What is coming</h2>
          <ForecastChart days={practice.forecast} />
        </section>
        <section aria-labelledby="retention">
          <h2 id="retention">What stays</h2>
          <p className="small ink-2">{retentionWords(practice.retention)}</p>
          {practice.retention.enough ? (
            <p className="tiny muted">A 95 % interval by Wilson; the schedule aims at nine in ten.</p>
          ) : null}
        </section>
        <SetAside />
      </aside>
    </div>
  );
}

function LastRating() {
  const { lastRating } = usePractice();
  const acted = useActionData<typeof action>();
  if (acted?.problem && acted.typed === null) {
    return (
      <Message tone="warn" title={acted.problem} role="alert">
        Nothing was lost.
      </Message>
    );
  }
  if (!lastRating || acted?.answered) return null;
  return (
    <Form method="post" className="last-rating">
      <input type="hidden" name="reviewId" value={lastRating.reviewId} />
      <span>
        Your last rating: “{ratingName[lastRating.rating]}”, for a card of “{lastRating.title}”.
      </span>
      <Button look="text" name="intent" value="undo">
        Take it back
      </Button>
    </Form>
  );
}

function Due() {
  const { card, due, nextDue } = usePractice();
  const acted = useActionData<typeof action>();
  const part = useRef<HTMLElement>(null);
  const shown = acted?.answered?.card ?? card;
  const key = shown ? `${shown.id}-${shown.timesSeen}` : "";
  const first = useRef(key);
  // The next card takes the focus of the one before it; the first one of a visit does not.
  useEffect(() => {
    if (first.current === key) return;
    first.current = key;
    part.current?.querySelector<HTMLElement>("textarea")?.focus();
  }, [key]);
  if (!shown) {
    return (
      <EmptyState
        title="Nothing is due."
        action={<ButtonLink to="/practice/drill">Try a drill, one minute</ButtonLink>}
      >
        {nextDue === null ? (
          "All your cards are set aside. Bring one back, or finish another interview."
        ) : (
          <>
            The next card comes back on <Time iso={nextDue} form="date-time" />.
          </>
        )}
      </EmptyState>
    );
  }
  return (
    <section className="recall" aria-label="The card that is due" ref={part}>
      <p className="label">{due === 1 ? "1 card is due" : `${due} cards are due`}</p>
      {acted?.answered ? (
        <CardAnswered key={`${key}-answered`} answered={acted.answered} />
      ) : (
        <CardQuestion
          key={key}
          card={shown}
          typed={acted?.typed ?? ""}
          problem={acted && acted.typed !== null ? acted.problem : null}
        />
      )}
    </section>
  );
}

function SetAside() {
  const { setAside } = usePractice();
  if (setAside.length === 0) return null;
  return (
    <section aria-labelledby="set-aside">
      <h2 id="set-aside">Set aside</h2>
      <ul className="set-aside-list">
        {setAside.map((card) => (
          <li key={card.id}>
            <div>
              <p className="small muted">{card.title}</p>
              <p className="small">{card.name}</p>
            </div>
            <Form method="post">
              <input type="hidden" name="cardId" value={card.id} />
              <Button name="intent" value="bring-back">
                Bring it back
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}

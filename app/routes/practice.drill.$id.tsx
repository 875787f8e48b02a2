import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DrillForm, type DrillProblems } from "#app/components/practice/drill-form.tsx";
import { DrillResultView } from "#app/components/practice/drill-result.tsx";
import { useAnswer } from "#app/components/shell/use-answer.ts";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { maxReasonChars } from "#app/domain/practice/answer-judgement.ts";
import { approaches } from "#app/domain/scenarios/approach.ts";
import { storable } from "#app/domain/text/storable.ts";
import { parseForm, readText } from "#app/http/form.server.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireSameOrigin } from "#app/http/same-origin.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";
import { answerDrill } from "#app/services/practice/answer-drill.server.ts";
import { getDrill } from "#app/services/practice/get-drill.server.ts";
import "#app/components/practice/practice.css";

export const meta: MetaFunction = () => [{ title: "A drill · Tradeoff" }];

// Only the person who began the drill may see it.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return { drill: requireFound(await getDrill(viewer, params.id ?? "")) };
}

const DrillFormSchema = z.object({
  approach: z.enum(approaches, "Choose one of the four."),
  reason: z
    .string()
    .default("")
    .transform((text) => storable(text).trim())
    .pipe(
      z.string().max(maxReasonChars, `A reason may be at most ${maxReasonChars.toLocaleString("en")} characters long.`),
    ),
});

// Only the person who began the drill may answer it, and only once: what was taken first stays.
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const viewer = await requireViewer(request);
  const form = await request.formData();
  const attemptId = params.id ?? "";
  const parsed = parseForm(DrillFormSchema, form);
  if (!parsed.ok) {
    const typed = { approach: readText(form, "approach"), reason: readText(form, "reason") };
    const problems: DrillProblems = parsed.problems.fields;
    return data({ typed, problems }, { status: 400 });
  }
  requireFound(await answerDrill(viewer, { attemptId, ...parsed.values }));
  return redirect(`/practice/drill/${attemptId}`);
}

export { stayAsTyped as clientAction } from "#app/components/shell/stay-as-typed.ts";

export default function DrillPage() {
  const { drill } = useLoaderData<typeof loader>();
  const refused = useAnswer<typeof action>();
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/practice">Practice</Link> / <Link to="/practice/drill">Drills</Link>
        </p>
        <h1>{drill.answered ? "What decides" : "One minute"}</h1>
      </header>
      {drill.situation === null ? (
        <EmptyState
          title="This drill is no longer in the library."
          action={<ButtonLink to="/practice/drill">To the drills</ButtonLink>}
        >
          What you answered is kept; its card, if it has one, keeps its own words.
        </EmptyState>
      ) : drill.answered ? (
        <DrillResultView situation={drill.situation} answer={drill.answered} />
      ) : (
        <DrillForm
          key={drill.attemptId}
          situation={drill.situation}
          remainingMs={drill.remainingMs}
          typed={refused?.typed ?? { approach: "", reason: "" }}
          problems={refused?.problems ?? {}}
        />
      )}
    </div>
  );
}

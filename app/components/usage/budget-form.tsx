import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Message } from "#app/components/ui/message.tsx";
import type { UsageView } from "#app/domain/usage/usage.ts";
import { dollars, some } from "./usage-words.ts";

/** What was sent and could not be taken, as it was typed. */
export type RefusedBudget = { given: { totalUsd: string; perPersonUsd: string }; fields: Record<string, string> };

const written = (amountUsd: number | null) => (amountUsd === null ? "" : String(amountUsd));

/** What may be spent in a day, by all together and by one person. */
export function BudgetForm({ view, refused }: { view: UsageView; refused: RefusedBudget | null }) {
  const { budgets, unpricedModels } = view;
  const given = refused?.given ?? {
    totalUsd: written(budgets.totalUsd),
    perPersonUsd: written(budgets.perPersonUsd),
  };
  return (
    <>
      <TodayLine view={view} />
      {unpricedModels.length > 0 ? (
        <Message tone="warn" title={`The price of ${unpricedModels.join(" and ")} is not known here.`}>
          Calls without a price count for nothing, so no budget can hold them; only a budget of 0 stops every call.
        </Message>
      ) : null}
      <Form method="post" className="usage-form" key={`${budgets.totalUsd} ${budgets.perPersonUsd}`}>
        <input type="hidden" name="intent" value="budget" />
        <Field
          label="All together, US dollars a day"
          name="totalUsd"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={given.totalUsd}
          hint="Empty is no limit; 0 stops every call."
          error={refused?.fields.totalUsd}
        />
        <Field
          label="One person, US dollars a day"
          name="perPersonUsd"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={given.perPersonUsd}
          hint="Whoever’s interview or trial it is."
          error={refused?.fields.perPersonUsd}
        />
        <Button>Save the budget</Button>
      </Form>
      <p className="small muted">
        A day begins at 00:00 UTC. At the budget interviews go on in their authored words, and grades wait: they are
        made by themselves when the next day begins, or at once when you raise the budget.
      </p>
    </>
  );
}

function TodayLine({ view: { budgets, today, waiting } }: { view: UsageView }) {
  const of = budgets.totalUsd === null ? "" : ` of ${dollars(budgets.totalUsd)}`;
  return (
    <p className="prose">
      {dollars(today.costUsd)}
      {of} spent today.{" "}
      {waiting === 0
        ? "No grade waits for the budget."
        : `${some(waiting, "interview")} ${waiting === 1 ? "waits" : "wait"} for the budget to be graded.`}
    </p>
  );
}

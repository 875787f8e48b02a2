import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { procedures } from "#app/domain/simulator/decide/published/procedures.ts";
import { askersByField } from "#app/domain/simulator/decide/question-fields.ts";
import { situationFields, type SituationField } from "#app/domain/simulator/decide/situation.ts";
import { writeSituation } from "#app/domain/simulator/decide/written-situation.ts";
import { FactField } from "./fact-field.tsx";
import { factFaultWords } from "./situation-words.ts";
import { addressOf, type DecisionState } from "./use-decision-state.ts";

const fields = Object.keys(situationFields) as SituationField[];
const askers = askersByField(procedures);

/** The facts of the situation as one form: live with scripts, sent by a button without. */
export function SituationForm({ state }: { state: DecisionState }) {
  const { texts, faults, unknown } = state;
  return (
    <Form
      method="get"
      className="lab-inputs"
      aria-label="The situation"
      preventScrollReset
      onSubmit={(event) => {
        event.preventDefault();
        state.flush();
      }}
    >
      <p className="small ink-2">Leave open what is not known. A procedure that needs it then says so, and names it.</p>
      {unknown.length > 0 ? <p className="field-error">{unknownWords(unknown)}</p> : null}
      {fields.map((field) => {
        const fault = faults.find((each) => each.field === field);
        return (
          <FactField
            key={field}
            field={field}
            text={texts[field]}
            fault={fault ? factFaultWords(fault) : null}
            askers={askers[field]}
            onText={(text) => state.change(field, text)}
          />
        );
      })}
      <div className="row">
        <noscript>
          <Button look="go">Ask all seven</Button>
        </noscript>
        <Link className="btn" to={addressOf(writeSituation({}))} preventScrollReset>
          Clear all facts
        </Link>
      </div>
    </Form>
  );
}

const most = 3;

function unknownWords(names: readonly string[]): string {
  const shown = names.slice(0, most).map((name) => `“${name.slice(0, 40)}”`);
  const more = names.length > most ? ` and ${names.length - most} more` : "";
  return `The address also says ${shown.join(", ")}${more}. No procedure asks for that, so it is left out.`;
}

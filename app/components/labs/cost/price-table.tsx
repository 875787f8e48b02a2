import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { SourceNote } from "#app/components/ui/source-note.tsx";
import type { Price } from "#app/domain/simulator/cost/prices.ts";
import { unitWords } from "../amount.ts";
import { presetParameter } from "../preset-state.ts";
import { withChanges, type LabState } from "../use-lab-state.ts";
import { asOfParameter, inputsFedBy, priceParameter, type PriceState } from "./price-state.ts";

type PriceTableProps = { state: PriceState; presetId: string; lab: LabState };

/** The prices behind the models, to be set to today's: a changed one is dated and reaches every model it feeds. */
export function PriceTable({ state, presetId, lab }: PriceTableProps) {
  const fed = state.table.flatMap((price) => inputsFedBy(price, presetId));
  const own = new Set([asOfParameter, presetParameter, ...fed, ...state.table.map(({ id }) => priceParameter(id))]);
  const carried = [...lab.params].filter(([name]) => !own.has(name));
  return (
    <section className="part" aria-labelledby="prices">
      <h2 id="prices">Prices, as of when</h2>
      <p className="small muted lab-part-lead">
        Prices age faster than anything else here. Set them to today’s: the models they feed compute with yours, the
        table says since when, and the address keeps them.
      </p>
      <Form
        method="get"
        preventScrollReset
        onSubmit={(event) => {
          event.preventDefault();
          lab.flush();
        }}
      >
        <input type="hidden" name={presetParameter} value={presetId} />
        {carried.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <table className="ledger folds price-table">
          <thead>
            <tr>
              <th scope="col">Price</th>
              <th scope="col" className="r">
                Dollars
              </th>
              <th scope="col">For</th>
              <th scope="col">As of</th>
              <th scope="col">From</th>
            </tr>
          </thead>
          <tbody>
            {state.table.map((price) => (
              <PriceRow key={price.id} price={price} state={state} presetId={presetId} lab={lab} />
            ))}
          </tbody>
        </table>
        <PriceFoot state={state} lab={lab} />
      </Form>
    </section>
  );
}

function PriceFoot({ state, lab }: Pick<PriceTableProps, "state" | "lab">) {
  return (
    <div className="row price-foot">
      <Field
        label="Your prices are as of"
        name={asOfParameter}
        type="date"
        value={state.asOf}
        error={state.asOfFault}
        onChange={(event) => lab.change({ [asOfParameter]: event.target.value })}
      />
      <noscript>
        <Button>Compute with these prices</Button>
      </noscript>
      {state.edited.length > 0 ? (
        <Link className="btn" to={withoutPrices(lab, state)} preventScrollReset>
          Back to the sources’ prices
        </Link>
      ) : null}
    </div>
  );
}

function withoutPrices(lab: LabState, state: PriceState): string {
  const cleared = state.table.map(({ id }) => [priceParameter(id), null] as const);
  return `?${withChanges(lab.params, Object.fromEntries([...cleared, [asOfParameter, null]])).toString()}`;
}

const basisWords: Record<Price["basis"], string> = {
  printed: "printed",
  implied: "implied by its figures",
  listed: "third parties’ lists",
  assumed: "an assumption",
};

function PriceRow({
  price,
  state,
  presetId,
  lab,
}: {
  price: Price;
  state: PriceState;
  presetId: string;
  lab: LabState;
}) {
  const { id, label, unit, asOf } = price;
  const fault = state.faults[id];
  const inputs = inputsFedBy(price, presetId);
  const isEdited = state.edited.includes(id);
  const change = (text: string) =>
    lab.change({
      [presetParameter]: presetId,
      [priceParameter(id)]: text,
      [asOfParameter]: state.asOf,
      ...Object.fromEntries(inputs.map((input) => [input, null])),
    });
  return (
    <tr>
      <th scope="row" className="lead-cell">
        {label}
        <span className="tiny muted line-how">
          {inputs.length > 0 ? "used by the model shown" : "used by other models"}
        </span>
      </th>
      <td className="r" data-label="Dollars">
        <span className="price-field">
          <input
            className="input"
            name={priceParameter(id)}
            aria-label={`${label}, dollars ${unitWords(unit)}`}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? `fault-${id}` : undefined}
            inputMode="decimal"
            autoComplete="off"
            value={state.texts[id] ?? ""}
            onChange={(event) => change(event.target.value)}
          />
          {fault ? (
            <span className="field-error" id={`fault-${id}`}>
              {fault}
            </span>
          ) : null}
        </span>
      </td>
      <td data-label="For">{unitWords(unit)}</td>
      <td data-label="As of">{asOf ?? "undated"}</td>
      <td data-label="From">
        <PriceOrigin price={price} isEdited={isEdited} />
      </td>
    </tr>
  );
}

function PriceOrigin({ price: { source, basis }, isEdited }: { price: Price; isEdited: boolean }) {
  if (isEdited) return <>set by you</>;
  return (
    <span>
      {source ? <SourceNote source={source} /> : null}
      <span className="tiny muted">{source ? `, ${basisWords[basis]}` : basisWords[basis]}</span>
    </span>
  );
}

import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { LabList } from "#app/components/labs/lab-list.tsx";

export const meta: MetaFunction = () => [
  { title: "Labs · Tradeoff" },
  { name: "description", content: "Five labs that compute: decisions, cost, latency, retrieval and tuning." },
];

// Anyone may come: nothing here is anybody's.
export default function Labs() {
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>Labs</h1>
        <p className="lead">
          Five places to turn the knobs. Everything is computed where you see it, every input names its source, and the
          address keeps what you set.
        </p>
      </header>
      <LabList />
      <p className="part small">
        And a sheet to draw on: in the <Link to="/studio/diagram">diagram studio</Link> the rules of the scorecard read
        along.
      </p>
    </div>
  );
}

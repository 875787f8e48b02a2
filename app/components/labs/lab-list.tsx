import { Link } from "@remix-run/react";
import type { LabName } from "#app/domain/content/lab.ts";
import "./labs.css";

type Lab = { name: LabName; title: string; does: string; asks: string };

const labs: readonly Lab[] = [
  {
    name: "decide",
    title: "Decide",
    does: "Puts one situation through every published decision procedure at once and shows the path each takes.",
    asks: "Do the procedures agree on your system, and if not, which rule parts them?",
  },
  {
    name: "cost",
    title: "Cost",
    does: "Recomputes every published budget line by line and solves for the point at which the cheaper design changes.",
    asks: "How often can you retrain before fine-tuning is the dearer one?",
  },
  {
    name: "latency",
    title: "Latency",
    does: "Draws thousands of requests through the stages of an answer, with a cache and streaming where you want them.",
    asks: "If you add up the p95 of each stage, is that the p95 of the answer?",
  },
  {
    name: "retrieval",
    title: "Retrieval",
    does: "Runs a whole retrieval pipeline over this product’s own material and measures it on test questions.",
    asks: "Which knob finds the passage that the first search missed?",
  },
  {
    name: "tuning",
    title: "Tuning",
    does: "Trains a small network in your browser, in full and by a low-rank adapter, and measures what it forgets.",
    asks: "How much of the old task does the new one cost, and what brings it back?",
  },
];

/** The five labs, each with what it does and a question it answers. */
export function LabList() {
  return (
    <ul className="lab-list">
      {labs.map(({ name, title, does, asks }) => (
        <li key={name} className="list-row">
          <h2 className="list-row-title">
            <Link to={`/labs/${name}`}>{title}</Link>
          </h2>
          <div>
            <p className="serif">{asks}</p>
            <p className="small ink-2">{does}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

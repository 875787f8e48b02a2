import { FigureBadges } from "#app/components/ledger/figure-badge.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { VerdictMark } from "#app/components/ui/verdict.tsx";
import type { BadgedFigure } from "#app/domain/content/figures-words.ts";

/** What code finds before a grader reads. */
export function NumbersChecked({ figures }: { figures: readonly BadgedFigure[] }) {
  return (
    <LabelledSection id="numbers" label="Numbers">
      <div className="prose">
        <p>
          Before a grader reads, code looks for the quantities you give and works your sums out again, with their units:
          “50,000 a day at $0.00002 is about $340 a month”
          <FigureBadges figures={figures} /> comes back as $30 a month. Figures of the situation are compared with what
          you were told. A number then holds, is wrong, or stays unchecked; in doubt it stays unchecked.
        </p>
        <p>
          A model that grades is told what was found. A check that rests on nothing but wrong numbers is{" "}
          <VerdictMark verdict="partial" /> at most, whoever grades.
        </p>
      </div>
    </LabelledSection>
  );
}

export function DiagramsChecked() {
  return (
    <LabelledSection id="diagrams" label="Diagrams">
      <div className="prose">
        <p>
          A Mermaid flowchart is read as a graph. Its boxes are recognised by their labels, as a retriever or a
          generator, and held against fixed rules, such as that reranking comes after retrieval. Each rule has the lines
          of the source it was read from.
        </p>
      </div>
      <DefinitionList
        items={[
          {
            term: <VerdictMark verdict="met" words="Holds" />,
            value: "a check that refers to the rule is met by the drawing",
          },
          { term: <VerdictMark verdict="not_met" words="Broken" />, value: "such a check is partly met at most" },
          {
            term: <VerdictMark verdict="insufficient_evidence" words="Not drawn" />,
            value: "nothing changes: your words are judged as they are",
          },
        ]}
      />
      <div className="prose">
        <p>
          Of several drawings the newest that could be read counts. Other kinds of diagram, and what cannot be read, are
          shown, marked as not analysed, and cost nothing.
        </p>
      </div>
    </LabelledSection>
  );
}

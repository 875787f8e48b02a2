import { expect, test } from "vitest";
import { diagramOf } from "#app/domain/simulator/decide/diagram.ts";
import { enumerableProcedures } from "#app/domain/simulator/decide/published/procedures.ts";
import { readWithMermaid } from "#test/support/mermaid-reading.ts";

test.each(enumerableProcedures.map((procedure) => [procedure.id, procedure] as const))(
  "Mermaid itself reads the diagram of %s, with every node and link",
  async (_id, procedure) => {
    const { nodes, links } = procedure.diagram;
    const read = await readWithMermaid(diagramOf(procedure));
    expect(read.boxes).toEqual(nodes.map(({ id, label }) => `${id}: ${label}`));
    expect(read.links).toEqual(links.map(({ from, to, label }) => `${from} solid ${label} ${to}`));
  },
);

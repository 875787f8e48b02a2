// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { Balance } from "#app/components/home/balance.tsx";

afterEach(cleanup);

test("the server's own page shows the state that was asked for, without scripts", () => {
  const html = renderToString(<Balance retrains={0.6} />);
  expect(html).toContain("Fine-tuning is cheaper by $410 a month.");
  expect(html).toContain("0.6 times a month");
});

test("moving the slider weighs again, in words, for the eye and for a screen reader", () => {
  render(<Balance retrains={2} />);
  expect(screen.getByRole("img").getAttribute("aria-label")).toBe("RAG $1,320 a month, fine-tune $2,030 a month");
  fireEvent.change(screen.getByRole("slider"), { target: { value: "0" } });
  expect(screen.getByRole("img").getAttribute("aria-label")).toBe("RAG $1,320 a month, fine-tune $430 a month");
  expect(screen.getByRole("slider").getAttribute("aria-valuetext")).toBe("never");
  expect(screen.getByText("$430, never again")).toBeTruthy();
});

test("the dearer side goes down", () => {
  const { container } = render(<Balance retrains={4} />);
  const tip = () =>
    Number.parseFloat(container.querySelector<HTMLElement>(".balance-drawing")?.style.getPropertyValue("--tip") ?? "");
  expect(tip()).toBeGreaterThan(0);
  fireEvent.change(screen.getByRole("slider"), { target: { value: "0" } });
  expect(tip()).toBeLessThan(0);
});

test("the arithmetic prints both bills with their sources and marks the one line they differ in", () => {
  render(<Balance retrains={2} />);
  const table = screen.getByRole("table", { hidden: true });
  const contradicted = within(table)
    .getAllByRole("row", { hidden: true })
    .filter((row) => row.className === "off");
  expect(contradicted.map((row) => row.textContent)).toEqual([
    "Query embeddings50,000 × $0.00002 × 30 days, S0, line 35$340$30",
  ]);
  expect(table.textContent).toContain("Total$1,630$1,320");
});

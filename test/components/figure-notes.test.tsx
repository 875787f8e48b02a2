// @vitest-environment jsdom
import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { FigureNotes } from "#app/components/ledger/figure-notes.tsx";
import { StatusBar } from "#app/components/ledger/status-bar.tsx";
import type { Figure } from "#app/domain/content/figures.ts";

afterEach(cleanup);

const figure: Figure = { id: "s0-total", source: "S0:40", statement: "So.", value: 1630, status: "dated" };

test("where the browser has no popovers a badge stays a link into the ledger", () => {
  render(
    <FigureNotes figures={[figure]}>
      <a href="/figures#s0-total" data-figure="s0-total">
        badge
      </a>
    </FigureNotes>,
  );
  const badge = screen.getByRole("link", { name: "badge" });
  const click = createEvent.click(badge);
  fireEvent(badge, click);
  expect(click.defaultPrevented).toBe(false);
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("the strip of statuses says its counts in words", () => {
  render(<StatusBar figures={[figure, { ...figure, status: "stated" }, { ...figure, status: "stated" }]} />);
  expect(screen.getByRole("img").getAttribute("aria-label")).toBe(
    "Of 3 figures: 0 recomputed, 0 contradicted, 0 unsupported, 1 dated, 2 as stated",
  );
});

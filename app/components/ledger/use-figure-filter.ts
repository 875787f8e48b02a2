import { useNavigate, useSearchParams } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import {
  readFigureFilter,
  writeFigureFilter,
  type FigureFilter,
  type FilterProblem,
} from "#app/domain/content/figures-filter.ts";

/** The filter on screen at once, and in the address a moment later, so that it can be linked and gone back to. */
export function useFigureFilter(): {
  filter: FigureFilter;
  problems: FilterProblem[];
  change: (filter: FigureFilter) => void;
} {
  const [searchParams] = useSearchParams();
  const navigate = useNavigate();
  const asked = readFigureFilter(searchParams);
  const written = writeFigureFilter(asked.filter);
  const [filter, setFilter] = useState(asked.filter);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    setFilter(readFigureFilter(new URLSearchParams(written)).filter);
    return () => clearTimeout(timer.current);
  }, [written]);
  const change = (next: FigureFilter) => {
    setFilter(next);
    clearTimeout(timer.current);
    const write = () =>
      navigate({ search: writeFigureFilter(next) || "?" }, { replace: true, preventScrollReset: true });
    timer.current = setTimeout(write, 250);
  };
  return { filter, problems: asked.problems, change };
}

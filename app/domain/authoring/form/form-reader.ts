/** Texts, lists and groups of a file's data with the places they stand at; what has another shape becomes a problem. */
import type { Problem } from "../../scenarios/problem.ts";
import { isMapping } from "../yaml-text/yaml-path.ts";
import { shownList, shownText } from "./shown-value.ts";

/** A mapping of the data, and the way to it. */
export type Group = { path: string; value: Record<string, unknown> };

export type FormReader = {
  whole: (value: unknown) => Group;
  text: (group: Group, key: string) => string;
  texts: (group: Group, key: string) => string[];
  items: (group: Group, key: string) => Group[];
  /** Null where there is none. */
  group: (group: Group, key: string) => Group | null;
};

function pathOf({ path }: Group, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

function ownValue({ value }: Group, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** `report` is told of each field that has another shape than the form's. */
export function formReader(file: string, report: (problem: Problem) => void): FormReader {
  const misshapen = (field: string, message: string) => {
    report({ file, field: field === "" ? "the whole file" : field, message, severity: "error" });
  };
  const mapping = (path: string, value: unknown): Group => {
    if (isMapping(value)) return { path, value };
    if (value !== null && value !== undefined) misshapen(path, "must be an object");
    return { path, value: {} };
  };
  const text = (group: Group, key: string) => {
    const shown = shownText(ownValue(group, key));
    if (shown === null) misshapen(pathOf(group, key), "must be a string");
    return shown ?? "";
  };
  const texts = (group: Group, key: string) => {
    const shown = shownList(ownValue(group, key));
    if (shown === null) misshapen(pathOf(group, key), "must be an array");
    return shown ?? [];
  };
  const items = (group: Group, key: string) => {
    const value = ownValue(group, key) ?? [];
    const path = pathOf(group, key);
    if (Array.isArray(value)) return value.map((each: unknown, at) => mapping(`${path}[${at}]`, each));
    misshapen(path, "must be an array");
    return [];
  };
  const group = (outer: Group, key: string) => {
    const value = ownValue(outer, key);
    return value === undefined || value === null ? null : mapping(pathOf(outer, key), value);
  };
  return { whole: (value) => mapping("", value), text, texts, items, group };
}

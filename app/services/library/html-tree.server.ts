import rehypeStringify from "rehype-stringify";
import { unified } from "unified";

const writer = unified().use(rehypeStringify).freeze();

/** HTML as a tree, after it was cleaned. */
export type Root = Parameters<typeof writer.stringify>[0];
export type Content = Root["children"][number];
export type Element = Extract<Content, { type: "element" }>;
export type Parent = Root | Element;

export function writeHtml(children: Content[]): string {
  return writer.stringify({ type: "root", children }).trim();
}

export function textOf(node: Content): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}

export function elementsOf(parent: Parent | undefined): Element[] {
  const children: Content[] = parent?.children ?? [];
  return children.filter((node): node is Element => node.type === "element");
}

export function element(tagName: string, properties: Element["properties"], children: Element["children"]): Element {
  return { type: "element", tagName, properties, children };
}

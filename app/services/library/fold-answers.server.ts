import { element, elementsOf, type Element, type Root } from "./html-tree.server.ts";

/** The section of a study page whose questions have their answers behind a disclosure. */
const section = "check-yourself";

/**
 * Folds what follows the first paragraph of each question under "Check yourself", so that a reader answers before they
 * look. A disclosure of the browser's own: it opens without scripts, by keyboard, and is found by a search in the page.
 */
export function foldAnswers(html: Root): void {
  let isInside = false;
  for (const node of elementsOf(html)) {
    if (node.tagName === "h2") isInside = node.properties.id === section;
    else if (isInside && (node.tagName === "ul" || node.tagName === "ol")) {
      node.properties.className = ["questions"];
      elementsOf(node).forEach(foldAnswer);
    }
  }
}

function foldAnswer(item: Element): void {
  const [question, ...answer] = elementsOf(item);
  if (question?.tagName !== "p" || answer.length === 0) return;
  const summary = element("summary", {}, [{ type: "text", value: "What a good answer says" }]);
  item.children = [question, element("details", { className: ["answer"] }, [summary, ...answer])];
}

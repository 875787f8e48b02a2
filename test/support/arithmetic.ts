/**
 * Evaluates sums as the ledger writes them, such as `(2,800 − 400) / 2,800` or `50,000 × $0.00002 × 30 days`; null for a
 * text that is something else.
 */
export function evaluate(text: string): number | null {
  const plain = text
    .replaceAll(/,(?=\d{3})/g, "")
    .replaceAll(/(\d[\d.]*)\s?%/g, "($1 / 100)")
    .replaceAll(/(\d[\d.]*) million\b/g, "($1 × 1000000)")
    .replaceAll(/(\d[\d.]*) billion\b/g, "($1 × 1000000000)")
    .replaceAll(/\$|\b(?:days|documents|tokens|queries|hours|minutes)\b/g, " ");
  const tokens = plain.match(/\d+(?:\.\d+)?|[×/+−()]/g) ?? [];
  if (tokens.length < 3 || tokens.join("") !== plain.replaceAll(/\s/g, "")) return null;
  const result = readSum(tokens);
  return tokens.length === 0 && Number.isFinite(result) ? result : null;
}

function readSum(tokens: string[]): number {
  let sum = readProduct(tokens);
  while (tokens[0] === "+" || tokens[0] === "−") {
    sum += tokens.shift() === "+" ? readProduct(tokens) : -readProduct(tokens);
  }
  return sum;
}

function readProduct(tokens: string[]): number {
  let product = readValue(tokens);
  while (tokens[0] === "×" || tokens[0] === "/") {
    product *= tokens.shift() === "×" ? readValue(tokens) : 1 / readValue(tokens);
  }
  return product;
}

function readValue(tokens: string[]): number {
  const token = tokens.shift();
  if (token !== "(") return Number(token);
  const sum = readSum(tokens);
  tokens.shift();
  return sum;
}

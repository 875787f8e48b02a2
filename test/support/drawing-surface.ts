/**
 * jsdom lays nothing out. This gives it the measures that drawing needs: text seven pixels a letter, and elements as
 * wide as `setFrameWidth` says, so that real drawings can be made and looked into without a browser.
 */
export function giveLayout(): { setFrameWidth: (widthPx: number) => void } {
  let frameWidthPx = 640;
  const letters = (element: Element) => (element.textContent ?? "").length;
  const box = (element: Element) => ({ x: 0, y: 0, width: letters(element) * 7, height: 16 });
  define(SVGElement.prototype, "getBBox", function getBBox(this: Element) {
    return box(this);
  });
  define(SVGElement.prototype, "getComputedTextLength", function getComputedTextLength(this: Element) {
    return box(this).width;
  });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => frameWidthPx });
  return {
    setFrameWidth: (widthPx) => {
      frameWidthPx = widthPx;
    },
  };
}

function define(prototype: object, name: string, value: (this: Element) => unknown): void {
  Object.defineProperty(prototype, name, { configurable: true, writable: true, value });
}

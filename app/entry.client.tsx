import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";

// React answers these events by hydrating at once. Remix's first render waits for the page's data to be decoded, which
// React cannot do at once: it throws. So they pass React by until the page is alive; links, fields and forms need no
// script and go on working.
const hydratingEvents = (
  "mousedown mouseup touchcancel touchend touchstart auxclick dblclick pointercancel pointerdown pointerup dragend " +
  "dragstart drop compositionend compositionstart keydown keypress keyup input textInput copy cut paste click change " +
  "contextmenu reset submit"
).split(" ");

const passBy = (event: Event) => event.stopPropagation();

for (const name of hydratingEvents) window.addEventListener(name, passBy, { capture: true });

function Page() {
  useEffect(() => {
    for (const name of hydratingEvents) window.removeEventListener(name, passBy, { capture: true });
  }, []);
  return <RemixBrowser />;
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <Page />
    </StrictMode>,
  );
});

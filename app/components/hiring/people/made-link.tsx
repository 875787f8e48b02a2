import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";

/** A link that is shown this once. Without scripts it is copied by hand. */
export function MadeLink({ link }: { link: string }) {
  const [state, setState] = useState<"plain" | "copied" | "refused">("plain");
  const copy = () => {
    navigator.clipboard.writeText(link).then(
      () => setState("copied"),
      () => setState("refused"),
    );
  };
  return (
    <div className="made-link">
      <label className="label" htmlFor="made-link">
        Copy it now: it is not kept here, and cannot be shown again.
      </label>
      <div className="row">
        <input
          id="made-link"
          className="input"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button type="button" onClick={copy}>
          Copy
        </Button>
      </div>
      <p className="small muted" role="status">
        {state === "copied" ? "Copied." : null}
        {state === "refused" ? "The browser did not allow it: select the link and copy it yourself." : null}
      </p>
    </div>
  );
}

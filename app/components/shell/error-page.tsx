import { useLocation } from "@remix-run/react";
import { useState } from "react";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { errorCode, errorWords } from "./error-words.ts";

export function ErrorPage({ error }: { error: unknown }) {
  const words = errorWords(error);
  const [code] = useState(() => errorCode(new Date()));
  return (
    <div className="wrap">
      <div className="error-page">
        <h1>{words.title}</h1>
        <div className="prose">
          <p>{words.safe}</p>
          {words.broken ? (
            <p>
              If it fails again, tell whoever runs this site the code <code suppressHydrationWarning>{code}</code>.
            </p>
          ) : null}
        </div>
        <ErrorAction action={words.action} />
      </div>
    </div>
  );
}

function ErrorAction({ action }: { action: "reload" | "scenarios" | "sign-in" }) {
  const location = useLocation();
  if (action === "sign-in") {
    return (
      <ButtonLink look="go" to={`/sign-in?next=${encodeURIComponent(location.pathname)}`}>
        Sign in
      </ButtonLink>
    );
  }
  return (
    <div className="row">
      {action === "reload" ? (
        // A plain link to the same address reloads with and without scripts.
        <a className="btn go" href={location.pathname + location.search}>
          Reload
        </a>
      ) : null}
      <ButtonLink look={action === "scenarios" ? "go" : "plain"} to="/scenarios">
        Choose a scenario
      </ButtonLink>
    </div>
  );
}

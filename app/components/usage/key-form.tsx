import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Message } from "#app/components/ui/message.tsx";
import type { KeyState, UsageView } from "#app/domain/usage/usage.ts";

/** The organisation's key for the model's API: set, replaced or removed, and never shown again. */
export function KeyForm({ view, error }: { view: UsageView; error: string | undefined }) {
  const { key, organisation } = view;
  const hasOwn = key.kind === "own" || key.kind === "cannot_open";
  return (
    <>
      <KeyLine state={key} name={organisation.name} />
      <Form method="post" className="usage-form" key={`${key.kind} ${hasOwn ? key.hint : ""}`}>
        <input type="hidden" name="intent" value="key" />
        <Field
          label={hasOwn ? "Another key in its place" : `A key of ${organisation.name}`}
          name="apiKey"
          type="password"
          autoComplete="off"
          spellCheck={false}
          required
          hint="It is kept encrypted and never shown again."
          error={error}
        />
        <Button>{hasOwn ? "Replace the key" : "Set the key"}</Button>
      </Form>
      {hasOwn ? (
        <Form method="post">
          <input type="hidden" name="intent" value="remove-key" />
          <Button look="text">Remove the key that ends in …{key.hint}</Button>
        </Form>
      ) : null}
    </>
  );
}

function KeyLine({ state, name }: { state: KeyState; name: string }) {
  switch (state.kind) {
    case "own":
      return (
        <p className="prose">
          Calls for {name} are made with its own key, which ends in <code>…{state.hint}</code>.
        </p>
      );
    case "cannot_open":
      return (
        <Message tone="danger" title={`The key that ends in …${state.hint} can no longer be opened.`}>
          This server’s secret, AUTH_SECRET, has changed since it was set. Set the key again. Until then no model is
          asked for {name}: interviews go on in their authored words and grades wait. The server’s own key is not used
          in its place, since {name} chose to pay for itself.
        </Message>
      );
    case "server":
      return (
        <p className="prose">
          Calls for {name} are made with the key of whoever runs this server, and count against the server’s daily
          budget too, if it has one.
        </p>
      );
    case "none":
      return (
        <p className="prose">
          There is no key, so no model is asked: questions come in their authored words, and the offline grader grades.
        </p>
      );
  }
}

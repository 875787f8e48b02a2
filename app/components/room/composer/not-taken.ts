import { isRouteErrorResponse } from "@remix-run/react";
import type { Draft } from "#app/domain/interview/draft.ts";
import type { Refusal } from "#app/domain/interview/session.ts";

/** Why something sent was not taken. The server gives back what was sent, for a page without scripts. */
export type NotTaken = Partial<Draft> & {
  reason: Refusal | "invalid" | "newer_elsewhere" | "signed_out" | "not_sent";
  message: string;
};

/**
 * What the page answers itself when the server could not: no network, an ended sign-in, a fault. As a response with an
 * error's status, so that nothing is loaded anew and the room stays as it is. A redirect is no failure and goes on.
 */
export function explainNotSent(error: unknown): Response {
  if (error instanceof Response) throw error;
  const status = isRouteErrorResponse(error) ? error.status : 503;
  const notTaken: NotTaken =
    status === 401
      ? { reason: "signed_out", message: "Your sign-in ran out; your text did not." }
      : {
          reason: "not_sent",
          message: navigator.onLine
            ? "This was not sent: the server did not take it. Your text is still here; try again in a moment."
            : "This was not sent: you are offline. Your text is still here; send it when you are back.",
        };
  return Response.json(notTaken, { status });
}

import { isRouteErrorResponse } from "@remix-run/react";

/**
 * Why a form did not reach the server, where the page can stay as it is: no network, or a fault on the way. What the
 * server did answer, that something is gone or that one has to sign in, goes on.
 */
export function notSentWords(error: unknown): string {
  if (error instanceof Response || (isRouteErrorResponse(error) && error.status < 500)) throw error;
  return navigator.onLine
    ? "This was not sent: the server did not take it. What you wrote is still here; try again in a moment."
    : "This was not sent: you are offline. What you wrote is still here; send it when you are back.";
}

import { isRouteErrorResponse } from "@remix-run/react";

const kept = "The page is as you left it";

/**
 * Why a form was not taken, where the page can stay as it is: no network, a fault on the way, or what the server says
 * against it, that one has to sign in again or that something is gone. A redirect goes on.
 */
export function notSentWords(error: unknown): string {
  if (error instanceof Response) throw error;
  if (isRouteErrorResponse(error) && error.status < 500) {
    if (typeof error.data !== "string") throw error;
    return `This was not taken. ${error.data} ${kept}.`;
  }
  return navigator.onLine
    ? `This was not sent: the server did not take it. ${kept}; try again in a moment.`
    : `This was not sent: you are offline. ${kept}; send it again when you are back.`;
}

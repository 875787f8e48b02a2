import { requireFound } from "#app/http/not-found.server.ts";

// Anyone may mistype an address. As a route of its own it still loads the frame, with the viewer and their theme.
export function loader() {
  return requireFound(null);
}

export function action() {
  return requireFound(null);
}

export default function Nowhere() {
  return null;
}

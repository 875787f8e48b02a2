import { checkHealth } from "#app/services/check-health.server.ts";

// Anyone may ask, so it says no more than whether the application can reach its database.
export async function loader() {
  const healthy = await checkHealth();
  return Response.json({ status: healthy ? "ok" : "database unreachable" }, { status: healthy ? 200 : 503 });
}

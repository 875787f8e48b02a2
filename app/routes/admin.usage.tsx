import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { membershipsFor } from "#app/domain/accounts/permissions.ts";
import { requireFound } from "#app/http/not-found.server.ts";
import { requireViewer } from "#app/http/viewer.server.ts";

export const meta: MetaFunction = () => [{ title: "Usage and cost · Tradeoff" }];

// For admins: straight to the usage of the one organisation they are admins of, or a choice between several.
export async function loader({ request }: LoaderFunctionArgs) {
  const memberships = membershipsFor(await requireViewer(request), "see_usage");
  const [first, ...others] = memberships;
  const { handle } = requireFound(first);
  if (others.length === 0) throw redirect(`/admin/${handle}/usage`);
  return { organisations: memberships.map((each) => ({ handle: each.handle, name: each.name })) };
}

export default function ChooseUsagePage() {
  const { organisations } = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/admin">Your organisations</Link> / Usage and cost
        </p>
        <h1>Usage and cost</h1>
        <p className="lead">Each organisation has its own budget, key and calls.</p>
      </header>
      <ul className="stack">
        {organisations.map(({ handle, name }) => (
          <li key={handle}>
            <Link to={`/admin/${handle}/usage`}>{name}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

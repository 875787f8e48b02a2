/** For addresses that only take what a form sends: following a link there is a 405 that says so. */
export function refuseToShow(): never {
  throw new Response("This address only takes what a form sends. Open the page that has the form.", {
    status: 405,
    statusText: "Method Not Allowed",
    headers: { allow: "POST" },
  });
}

/** The words of a mail as they are; only addresses of this site become links. */
export function MailText({ text, origin }: { text: string; origin: string }) {
  return (
    <p className="mail-text">
      {text
        .trim()
        .split(/(https?:\/\/\S+)/)
        .map((part, index) => (isOwn(part, origin) ? <OwnLink key={index} address={part} /> : part))}
    </p>
  );
}

function isOwn(part: string, origin: string): boolean {
  return URL.canParse(part) && new URL(part).origin === origin;
}

function OwnLink({ address }: { address: string }) {
  const { pathname, search } = new URL(address);
  return <a href={pathname + search}>{address}</a>;
}

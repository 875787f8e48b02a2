import { Message } from "#app/components/ui/message.tsx";

export function BackupCodes({ codes, words }: { codes: readonly string[]; words: string | null }) {
  return (
    <>
      {words ? <Message role="status" title={words} /> : null}
      <h2>Your backup codes</h2>
      <p>
        Each signs you in once when the app is not at hand. They are shown this once: print them, or keep them where you
        keep your passwords.
      </p>
      <ul className="backup-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </>
  );
}

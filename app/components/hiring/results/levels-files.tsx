/** The levels of everything that is complete, to be taken away: by codes, or with names, which is written down apart. */
export function LevelsFiles({ path }: { path: string }) {
  return (
    <details className="outline levels-files">
      <summary>Download the levels</summary>
      <p>
        <a href={`${path}/levels.csv`} download>
          By codes
        </a>
        {" · "}
        <a href={`${path}/levels.csv?names=1`} download>
          With names
        </a>
      </p>
      <p className="small muted">
        Both are written into the record. A download that broke off goes on with <code>?after=</code> and the cursor at
        the end of its last whole row.
      </p>
    </details>
  );
}

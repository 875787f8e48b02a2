// Line ends of the files of a draft: those a file came with stay, although fields of a page know only one kind.

/** A text as it was edited, with the line ends it had before. */
export function withLineEndsOf(edited: string, before: string): string {
  const plain = edited.replace(/\r\n?/g, "\n");
  return before.includes("\r\n") ? plain.replaceAll("\n", "\r\n") : plain;
}

/**
 * Something wrong with a file that a person wrote. An error keeps the file out of the library; a warning does not.
 */
export type Problem = { file: string; field: string; message: string; severity: "error" | "warning" };

import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes } from "react";

/** `go` is the one primary button of a view, `bare` sits in bars, `text` reads as a link. */
export type ButtonLook = { look?: "go" | "plain" | "bare" | "text"; big?: boolean };

function classOf({ look = "plain", big = false }: ButtonLook, className?: string): string {
  return ["btn", look === "plain" ? "" : look, big ? "big" : "", className ?? ""].filter(Boolean).join(" ");
}

type ButtonProps = ButtonLook & ButtonHTMLAttributes<HTMLButtonElement>;

export function Button({ look, big, className, type = "submit", ...rest }: ButtonProps) {
  return <button type={type} className={classOf({ look, big }, className)} {...rest} />;
}

/** A link that looks like a button, for the next step that only leads somewhere. */
export function ButtonLink({ look, big, className, ...rest }: ButtonLook & LinkProps) {
  return <Link className={classOf({ look, big }, className)} {...rest} />;
}

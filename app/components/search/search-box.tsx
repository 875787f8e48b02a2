import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import "./search-box.css";

type SearchBoxProps = {
  /** Names the field; the same words are its placeholder. */
  label?: string;
};

/** Leads to the search page with what was typed; a plain form, so it works without scripts. */
export function SearchBox({ label = "Search the material" }: SearchBoxProps) {
  return (
    <Form className="search-form" method="get" action="/search" role="search" aria-label={label}>
      <label className="search-box">
        <span className="visually-hidden">{label}</span>
        <Search aria-hidden="true" />
        <input className="input" type="search" name="q" placeholder={label} autoComplete="off" enterKeyHint="search" />
      </label>
      <button className="btn">Search</button>
    </Form>
  );
}

import { Form, useNavigate } from "@remix-run/react";
import { Search } from "lucide-react";
import { useEffect, useRef, type FormEvent } from "react";
import "./search-box.css";

const pauseMs = 250;

/** The field of the search page: searches while it is typed in, a moment after the last letter, and by its button. */
export function SearchField({ query }: { query: string }) {
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  // The field keeps what is being typed; only when the address changes elsewhere does it follow.
  useEffect(() => {
    if (field.current && field.current.value.trim() !== query.trim() && document.activeElement !== field.current) {
      field.current.value = query;
    }
  }, [query]);
  const onInput = (event: FormEvent<HTMLInputElement>) => {
    const typed = event.currentTarget.value;
    clearTimeout(timer.current);
    // A newer search takes the place of the one under way.
    timer.current = setTimeout(() => {
      const search = typed.trim() === "" ? "" : `?${new URLSearchParams({ q: typed })}`;
      navigate({ pathname: "/search", search }, { replace: true, preventScrollReset: true });
    }, pauseMs);
  };
  return (
    <Form
      className="search-form"
      method="get"
      action="/search"
      role="search"
      onSubmit={() => clearTimeout(timer.current)}
    >
      <label className="search-box">
        <span className="visually-hidden">Search the material</span>
        <Search aria-hidden="true" />
        <input
          ref={field}
          className="input"
          type="search"
          name="q"
          defaultValue={query}
          onInput={onInput}
          placeholder="What do you want to know?"
          autoComplete="off"
          enterKeyHint="search"
        />
      </label>
      <button className="btn go">Search</button>
    </Form>
  );
}

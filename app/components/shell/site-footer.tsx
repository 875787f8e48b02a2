import { Link } from "@remix-run/react";
import { FollowSystemTheme } from "./theme-switch.tsx";

export function SiteFooter() {
  return (
    <footer className="site-footer">
      <div className="wrap">
        <span>Figures are dated late 2025 to 2026, as their sources are.</span>
        <Link to="/figures">Where every figure comes from</Link>
        <Link to="/glossary">Glossary</Link>
        <Link to="/how-grading-works">How grading works</Link>
        <Link to="/account/data">Your data</Link>
        <FollowSystemTheme />
        <span className="site-footer-end">Runs without a key, a database or a network</span>
      </div>
    </footer>
  );
}

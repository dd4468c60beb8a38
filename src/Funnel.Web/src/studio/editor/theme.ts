import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const small = "0.8125rem";

const look = EditorView.theme({
  "&": { height: "100%", fontSize: small, color: "var(--ink)", backgroundColor: "var(--surface)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6" },
  ".cm-content": { caretColor: "var(--ink)", padding: "0.5rem 0 6rem" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    background: "var(--selection)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--line)" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--ink-soft)", borderRight: "1px solid var(--rule)" },
  ".cm-foldPlaceholder": { background: "var(--sunken)", border: "1px solid var(--rule)", color: "var(--ink-soft)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    background: "var(--accent-tint)",
    outline: "1px solid var(--accent)",
  },
  ".cm-searchMatch": { backgroundColor: "var(--warning-tint)", outline: "1px solid var(--warning)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--accent-tint)", outline: "2px solid var(--accent)" },
  ".cm-selectionMatch": { backgroundColor: "var(--sunken)" },
  ".cm-panels": { backgroundColor: "var(--sunken)", color: "var(--ink)", borderBottom: "1px solid var(--rule)" },
  ".cm-panel.cm-search": { padding: "0.4rem 2rem 0.4rem 0.5rem", fontFamily: "var(--sans)" },
  ".cm-panel.cm-search [name=close]": { fontSize: "1.1rem", color: "var(--ink)", padding: "0 0.4rem" },
  ".cm-panel.cm-search label": { fontSize: small },
  ".cm-textfield": { background: "var(--surface)", border: "1px solid var(--rule-strong)", fontSize: small },
  ".cm-button": {
    background: "var(--surface)",
    backgroundImage: "none",
    border: "1px solid var(--rule-strong)",
    borderRadius: "6px",
    fontSize: small,
  },
  ".cm-tooltip": {
    background: "var(--surface)",
    color: "var(--ink)",
    border: "1px solid var(--rule)",
    borderRadius: "8px",
    boxShadow: "var(--shadow)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", fontSize: small, maxHeight: "16em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.2rem 0.5rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    background: "var(--accent)",
    color: "var(--on-accent)",
  },
  ".cm-completionDetail": { fontStyle: "normal", opacity: "0.8" },
  ".cm-tooltip.cm-completionInfo, .cm-help": {
    fontFamily: "var(--sans)",
    fontSize: small,
    lineHeight: "1.45",
    padding: "0.5rem 0.7rem",
    maxWidth: "26rem",
    whiteSpace: "pre-wrap",
  },
  ".cm-diagnostic": { padding: "0.4rem 0.7rem", borderLeftWidth: "4px", fontFamily: "var(--sans)", maxWidth: "34rem" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--error)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warning)" },
  ".cm-diagnostic-info": { borderLeftColor: "var(--accent)" },
  ".cm-diagnosticSource": { fontSize: "0.75rem", opacity: "1", color: "var(--ink-soft)" },
  ".cm-lintRange": {
    backgroundImage: "none !important",
    textDecoration: "underline wavy 1px",
    textUnderlineOffset: "3px",
    textDecorationSkipInk: "none",
  },
  ".cm-lintRange-error": { textDecorationColor: "var(--error)", backgroundColor: "var(--error-tint)" },
  ".cm-lintRange-warning": { textDecorationColor: "var(--warning)" },
  ".cm-lintRange-info": { textDecorationColor: "var(--accent)" },
  ".cm-lintPoint::after": { borderBottomColor: "var(--error)" },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--code-key)" },
  { tag: tags.string, color: "var(--code-string)" },
  { tag: tags.number, color: "var(--code-number)" },
  { tag: [tags.bool, tags.null], color: "var(--code-word)" },
  { tag: tags.punctuation, color: "var(--ink-soft)" },
  { tag: tags.invalid, color: "var(--error)" },
]);

/** All colours are the page's own, so that they follow it into the dark. */
export const theme = [look, syntaxHighlighting(colours)];

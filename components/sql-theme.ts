import {HighlightStyle, syntaxHighlighting} from "@codemirror/language";
import type {Extension} from "@codemirror/state";
import {EditorView} from "@codemirror/view";
import {tags} from "@lezer/highlight";

const LOOK = EditorView.theme({
  "&": {
    height: "100%",
    color: "var(--lb-text)",
    backgroundColor: "var(--lb-bg)",
    fontSize: "var(--lb-size-table)"
  },
  "&.cm-focused": {outline: "none"},
  ".cm-scroller": {fontFamily: "var(--lb-mono)", lineHeight: "18px"},
  ".cm-content": {padding: "var(--lb-1) 0", caretColor: "var(--lb-text)"},
  ".cm-cursor": {borderLeftColor: "var(--lb-text)"},
  ".cm-gutters": {
    backgroundColor: "var(--lb-bg-alt)",
    color: "var(--lb-text-muted)",
    borderRight: "1px solid var(--lb-border)"
  },
  ".cm-activeLine, .cm-activeLineGutter": {backgroundColor: "transparent"},
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    {backgroundColor: "var(--lb-bg-selected)"},
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--lb-bg-hover)",
    outline: "1px solid var(--lb-border-strong)"
  },
  ".cm-placeholder": {color: "var(--lb-text-faint)"},
  ".cm-tooltip": {
    backgroundColor: "var(--lb-bg-float)",
    color: "var(--lb-text)",
    border: "1px solid var(--lb-border-strong)",
    borderRadius: "var(--lb-radius)",
    boxShadow: "var(--lb-shadow)"
  },
  ".cm-tooltip-autocomplete > ul": {fontFamily: "var(--lb-mono)", fontSize: "var(--lb-size-table)"},
  ".cm-tooltip-autocomplete > ul > li": {padding: "2px var(--lb-2)"},
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--lb-bg-selected)",
    color: "var(--lb-text)"
  },
  ".cm-completionDetail": {color: "var(--lb-text-muted)", fontStyle: "normal"},
  ".cm-completionMatchedText": {textDecoration: "none", fontWeight: "600"},
  ".cm-diagnostic": {fontFamily: "var(--lb-font)", borderLeftColor: "var(--lb-danger)"},
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--lb-danger)",
    textUnderlineOffset: "3px"
  }
});

const COLOURS = HighlightStyle.define([
  {tag: tags.keyword, color: "var(--lb-accent)", fontWeight: "600"},
  {tag: [tags.typeName, tags.standard(tags.name)], color: "var(--lb-accent)"},
  {tag: [tags.string, tags.special(tags.string)], color: "var(--lb-success)"},
  {tag: [tags.number, tags.bool, tags.null], color: "var(--lb-warning)"},
  {tag: tags.comment, color: "var(--lb-text-muted)", fontStyle: "italic"}
]);

/** The editor's look, by the tokens of every page: it follows light, dark and density by itself. */
export const SQL_THEME: Extension = [LOOK, syntaxHighlighting(COLOURS)];

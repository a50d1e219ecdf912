import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

// Custom properties reach into the shadow root, so the editor follows the theme of the page by itself.

const MONOSPACE = "ui-monospace, 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace"

const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--surface-sunken)', color: 'var(--text)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: MONOSPACE, fontSize: 'var(--size-small)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--text)', padding: '4px 0' },
  // What goes on in the next row stands further in than what begins there.
  '.cm-line': { paddingLeft: 'calc(8px + 6ch)', textIndent: '-6ch' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--text)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 35%, transparent)',
  },
  '.cm-gutters': {
    backgroundColor: 'var(--surface-sunken)',
    borderRight: '1px solid var(--line)',
    color: 'var(--text-faint)',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '32px', padding: '0 4px 0 8px' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--surface-hover) 60%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--surface-hover)', color: 'var(--text)' },
  '&.cm-focused .cm-matchingBracket, .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--line-strong)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', color: 'var(--text-breached)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--surface-selected)' },
  '.cm-searchMatch': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--state-at-risk)',
  },
  '.cm-searchMatch-selected': {
    backgroundColor: 'color-mix(in srgb, var(--state-at-risk) 35%, transparent)',
  },
  '.cm-foldPlaceholder': {
    padding: '0 6px',
    border: '1px solid var(--line-strong)',
    backgroundColor: 'var(--surface-raised)',
    color: 'var(--text-muted)',
  },
  '.cm-foldGutter .cm-gutterElement': { padding: '0 4px', cursor: 'pointer' },
})

/** What is wrong is a square, as everything broken is on every screen, with a wavy line beneath the words. */
const problems = EditorView.theme({
  '.cm-gutter-lint': { width: '16px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0 3px' },
  '.cm-lint-marker': { display: 'grid', placeItems: 'center', width: '10px', height: '100%' },
  '.cm-lint-marker-error': { content: 'none' },
  '.cm-lint-marker-error::before': {
    content: '""',
    width: '10px',
    height: '10px',
    border: '1px solid var(--state-outline)',
    backgroundColor: 'var(--state-breached)',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--state-breached)',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-active': {
    backgroundColor: 'color-mix(in srgb, var(--state-breached) 25%, transparent)',
  },
  '.cm-tooltip': {
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--surface-overlay)',
    boxShadow: 'var(--shadow)',
    color: 'var(--text)',
  },
  '.cm-tooltip.cm-tooltip-lint': { maxWidth: '420px' },
  '.cm-diagnostic': { padding: '4px 8px', fontFamily: 'var(--font)', fontSize: 'var(--size-small)' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--state-breached)' },
})

const panels = EditorView.theme({
  '.cm-panels': { backgroundColor: 'var(--surface-raised)', color: 'var(--text)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search, .cm-panel.cm-gotoLine': { fontFamily: 'var(--font)', padding: '6px 28px 4px 8px' },
  '.cm-panel.cm-search label': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    color: 'var(--text-muted)',
    fontSize: 'var(--size-small)',
  },
  '.cm-panel.cm-search input[type=checkbox]': { accentColor: 'var(--accent)', margin: '0' },
  '.cm-textfield': {
    minHeight: '24px',
    padding: '0 6px',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--surface-sunken)',
    color: 'var(--text)',
    fontSize: 'var(--size-small)',
  },
  '.cm-button': {
    minHeight: '24px',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--surface-raised)',
    backgroundImage: 'none',
    color: 'var(--text)',
    fontSize: 'var(--size-small)',
  },
  '.cm-button:active': { backgroundColor: 'var(--surface-selected)', backgroundImage: 'none' },
  '.cm-panel :focus-visible': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
  '.cm-panel button[name=close], .cm-dialog-close': { color: 'var(--text)', fontSize: 'var(--size-title)' },
})

const words = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--text-ok)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--text-faint)' },
  { tag: tags.invalid, color: 'var(--text-breached)' },
])

export const editorTheme = [look, problems, panels, syntaxHighlighting(words)]

import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language'
import { lintGutter, nextDiagnostic, previousDiagnostic } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { editorTheme } from './editor-theme.ts'

/** The rehearsal has Mod+Enter on this screen (the key registry); a blank line is a key away anyhow. */
const ownKeys = defaultKeymap.filter(({ key }) => key !== 'Mod-Enter')

const problemKeys = [
  { key: 'F8', run: nextDiagnostic },
  { key: 'Shift-F8', run: previousDiagnostic },
]

/**
 * Typing over a selection. Left to itself Chromium joins the lines with style attributes, which the page's policy
 * forbids: nothing would be lost, but every such stroke would be reported as a violation.
 */
const typeOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { state } = view
    if (event.inputType !== 'insertText' || event.data === null || event.isComposing) return false
    if (state.readOnly || state.selection.ranges.every((range) => range.empty)) return false
    event.preventDefault()
    const typed = state.replaceSelection(event.data)
    view.dispatch(state.update(typed, { userEvent: 'input.type', scrollIntoView: true }))
    return true
  },
})

/** What the editor of a policy file is made of, whoever looks at it. */
export function editorExtensions(onChange: (text: string) => void): Extension[] {
  return [
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    highlightSpecialChars(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    drawSelection(),
    bracketMatching(),
    indentOnInput(),
    indentUnit.of('  '),
    search({ top: true }),
    history(),
    json(),
    typeOverSelection,
    EditorView.lineWrapping,
    keymap.of([...problemKeys, ...ownKeys, ...historyKeymap, ...searchKeymap, ...foldKeymap]),
    editorTheme,
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString())
    }),
  ]
}

export interface EditorSettings {
  /** What the text is and how to leave it by keyboard, for screen readers. */
  readonly label: string
  readonly hint: string
  readonly isReadOnly: boolean
  /** CodeMirror's own English words → the viewer's. */
  readonly phrases: Readonly<Record<string, string>>
}

/** What changes while an editor stands: its words, and whether it may be typed in. */
export function editorSettings({ label, hint, isReadOnly, phrases }: EditorSettings): Extension[] {
  return [
    // A text for reading takes the focus too: it is searched and walked with the keyboard.
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-description': hint }),
    EditorState.phrases.of(phrases),
    // Where Tab indents, Escape before it lets it leave: CodeMirror's own way out for the keyboard.
    isReadOnly ? EditorState.readOnly.of(true) : keymap.of([indentWithTab]),
  ]
}

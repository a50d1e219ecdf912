import { setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import {
  type Ref,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import styles from './code-editor.module.css'
import { editorExtensions, editorSettings } from './editor-extensions.ts'
import type { TextEdit, TextPlace } from './policy-text.ts'
import { useEditorPhrases } from './use-editor-phrases.ts'
import type { TextProblem } from './use-policy-check.ts'

/** What the screen does to the editor from outside. */
export interface EditorHandle {
  /** Changes the text in one step, which can be undone, and shows where. */
  readonly apply: (edits: readonly TextEdit[]) => void
  /** Shows a place, selects it and takes the focus there. */
  readonly jumpTo: (place: TextPlace) => void
}

export interface CodeEditorProps {
  label: string
  text: string
  onChange: (text: string) => void
  isReadOnly: boolean
  /** Set while the focus is wanted here. */
  takesFocus: boolean
  onFocusTaken: () => void
  problems: readonly TextProblem[]
  /** The text the problems were found in: in any other their places would be wrong. */
  problemsOf: string
  ref: Ref<EditorHandle>
}

/** The editor of a policy file. It stands in a shadow root: there CodeMirror's styles need no inline style element. */
export function CodeEditor(props: CodeEditorProps) {
  const { label, text, onChange, isReadOnly, takesFocus, onFocusTaken, problems, problemsOf, ref } = props
  const { t } = useTranslation('workshop')
  const phrases = useEditorPhrases()
  const host = useRef<HTMLDivElement>(null)
  const [settings] = useState(() => new Compartment())
  const [view, setView] = useState<EditorView | null>(null)
  const hint = isReadOnly ? '' : t('editor.leave')

  const tell = useEffectEvent(onChange)
  const makeState = useEffectEvent(() =>
    EditorState.create({
      doc: text,
      extensions: [editorExtensions((typed) => tell(typed)), settings.of([])],
    }),
  )

  useEffect(() => {
    const element = host.current
    if (element === null) return undefined
    // React runs effects twice while developing, and an element takes only one shadow root.
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const made = new EditorView({ state: makeState(), parent: root, root })
    setView(made)
    return () => made.destroy()
  }, [])

  useEffect(() => {
    view?.dispatch({
      effects: settings.reconfigure(editorSettings({ label, hint, isReadOnly, phrases })),
    })
  }, [view, settings, label, hint, isReadOnly, phrases])

  // Before the next event: what is typed reaches the text at once, so any difference here came from outside.
  useLayoutEffect(() => {
    if (view === null || view.state.doc.toString() === text) return
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
  }, [view, text])

  useEffect(() => {
    if (view === null || view.state.doc.toString() !== problemsOf) return
    const marks = problems.map(({ from, to, reason }) => ({
      from,
      to,
      message: reason,
      severity: 'error' as const,
    }))
    view.dispatch(setDiagnostics(view.state, marks))
  }, [view, problems, problemsOf])

  useEffect(() => {
    if (view === null || !takesFocus) return
    view.focus()
    onFocusTaken()
  }, [view, takesFocus, onFocusTaken])

  useImperativeHandle(
    ref,
    () => ({
      apply(edits) {
        const [first] = edits
        if (view === null || first === undefined) return
        view.dispatch({
          changes: edits.map(changeOf),
          selection: { anchor: first.offset },
          effects: EditorView.scrollIntoView(first.offset, { y: 'center' }),
        })
      },
      jumpTo(place) {
        if (view === null) return
        const anchor = Math.min(place.from, view.state.doc.length)
        const head = Math.min(place.to, view.state.doc.length)
        view.dispatch({
          selection: { anchor, head },
          effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
        })
        view.focus()
      },
    }),
    [view],
  )

  return <div ref={host} className={styles['editor']} />
}

function changeOf({ offset, length, content }: TextEdit): { from: number; to: number; insert: string } {
  return { from: offset, to: offset + length, insert: content }
}

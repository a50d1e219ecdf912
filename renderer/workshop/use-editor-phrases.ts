import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** CodeMirror asks for its words by their English text. */
export function useEditorPhrases(): Readonly<Record<string, string>> {
  const { t } = useTranslation('workshop')
  return useMemo(
    () => ({
      Find: t('editor.find'),
      Replace: t('editor.replaceWith'),
      next: t('editor.next'),
      previous: t('editor.previous'),
      all: t('editor.all'),
      'match case': t('editor.matchCase'),
      regexp: t('editor.regexp'),
      'by word': t('editor.byWord'),
      replace: t('editor.replace'),
      'replace all': t('editor.replaceAll'),
      close: t('editor.close'),
      'Go to line': t('editor.goToLine'),
      go: t('editor.go'),
      'current match': t('editor.currentMatch'),
      'on line': t('editor.onLine'),
      'replaced match on line $': t('editor.replacedOne'),
      'replaced $ matches': t('editor.replacedAll'),
      'Fold line': t('editor.fold'),
      'Unfold line': t('editor.unfold'),
      'Folded lines': t('editor.folded'),
      'Unfolded lines': t('editor.unfolded'),
      'folded code': t('editor.foldedText'),
      unfold: t('editor.unfold'),
      to: t('editor.to'),
      'Control character': t('editor.controlCharacter'),
      'Selection deleted': t('editor.selectionDeleted'),
    }),
    [t],
  )
}

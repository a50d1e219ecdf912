import { useTranslation } from 'react-i18next'
import { SearchIcon } from '../ui/icons.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { FILTER_INPUT_ID, focusGrid } from './board-focus.ts'
import styles from './board-toolbar.module.css'

/**
 * Words that a row must hold. Enter and Escape both lead back to the rows and leave the words in place: one filters
 * to go on working. It is no search field of the browser, because those empty themselves on Escape.
 */
export function FilterBox({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const { t } = useTranslation('board')
  return (
    <div className={styles['filter']}>
      <SearchIcon />
      <input
        id={FILTER_INPUT_ID}
        aria-label={t('filter.label')}
        placeholder={t('filter.hint')}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') focusGrid()
        }}
      />
      {words === '' && (
        <span className={styles['slash']}>
          <Kbd keys="/" />
        </span>
      )}
    </div>
  )
}

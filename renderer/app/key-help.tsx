import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { useKeyRegistry } from './keys.tsx'
import styles from './key-help.module.css'

/** Every key that works on the present screen. */
export function KeyHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('app')
  const registry = useKeyRegistry()
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onClose={onClose}>
      <div className={styles['groups']}>
        {(isOpen ? registry.list() : []).map(({ group, bindings }) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl className={styles['list']}>
              {bindings.map((binding) => (
                <div key={binding.keys} style={{ display: 'contents' }}>
                  <dt>
                    <Kbd keys={binding.keys.replace('Mod+', 'Ctrl+')} />
                  </dt>
                  <dd>{binding.label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

import { useTranslation } from 'react-i18next'
import type { SettingField } from '../../shared/contract/sources.ts'

/**
 * Label and help of a setting: the catalogue's translation under `connectors.<kind>.<name>` where there is one, else
 * the connector's own English.
 */
export function useFieldTexts(kindName: string, field: SettingField): { label: string; help: string | null } {
  const { i18n } = useTranslation()

  function translated(part: 'label' | 'help'): string | null {
    const found: unknown = i18n.getResource(i18n.language, 'connectors', `${kindName}.${field.name}.${part}`)
    return typeof found === 'string' && found !== '' ? found : null
  }

  return { label: translated('label') ?? field.label, help: translated('help') ?? field.help }
}

import { useTranslation } from 'react-i18next'
import { namedField } from './mapping.ts'

/** Name of one of our fields in the viewer's language; as its connector calls it where the catalogue has none. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation('sources')
  return (field) => {
    const known = namedField(field)
    return known === null ? field : t(`mapping.field.${known}`)
  }
}

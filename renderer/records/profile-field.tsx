import { useTranslation } from 'react-i18next'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'
import { SelectField } from '../ui/select-field.tsx'

/** Stands for "no layout named": an id of a profile is never empty. */
const RECOGNISE = ''

export interface ProfileFieldProps {
  /** Null: recognised. */
  profileId: string | null
  onChange: (profileId: string | null) => void
}

/** The layout by which files are read, or that it is to be recognised. */
export function ProfileField({ profileId, onChange }: ProfileFieldProps) {
  const { t } = useTranslation('records')
  const client = useClient()
  const profiles = useQuery('column-profiles', (signal) => client.records.profiles(undefined, { signal }))
  return (
    <SelectField
      label={t('drop.profile')}
      value={profileId ?? RECOGNISE}
      choices={[
        { value: RECOGNISE, label: t('drop.recognise') },
        ...(profiles.data ?? []).map(({ id, name, own }) => ({
          value: id,
          label: own ? t('drop.own', { name }) : name,
        })),
      ]}
      onChange={(id) => onChange(id === RECOGNISE ? null : id)}
    />
  )
}
